package org.radcanon.web.fhir;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the FHIR door logs: ids 480 to 489. No search values, no resources. */
@MessageLogger(projectCode = "RADCANON-", length = 3)
interface FhirLog extends BasicLogger {

  FhirLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), FhirLog.class, "org.radcanon.web.fhir");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 480, value = "FHIR: %s failed (error %s)")
  void failed(String operation, String error, @Cause Throwable cause);
}
