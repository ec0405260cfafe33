package org.radcanon.index;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the index says in the log. Ids RADCANON-200 to RADCANON-299, never reused. */
@MessageLogger(projectCode = "RADCANON-", length = 3)
interface IndexLog extends BasicLogger {
  IndexLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), IndexLog.class, "org.radcanon.index");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 200, value = "The index's schema is at version %s; %d migrations were applied")
  void schemaReady(String version, int applied);

  @LogMessage(level = Logger.Level.DEBUG)
  @Message(id = 201, value = "Another transaction was quicker; trying again after attempt %d")
  void again(int attempt);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 202, value = "Study %s was sent again under another patient and follows it")
  void studyMoved(String studyUid);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 203,
      value = "Attributes of %s level of instance %s are too long to be kept; its keys are")
  void attributesTooLong(StudyIndex.Level level, String instanceUid);
}
