package org.radcanon.intake.door;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/**
 * What the DICOM door says; identifiers are permanent ({@code docs/messages.md}). AE titles and
 * addresses, no patient data.
 */
@MessageLogger(projectCode = "RADCANON-", length = 3)
interface DimseLog extends BasicLogger {

  DimseLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), DimseLog.class, "org.radcanon.dimse");

  @LogMessage(level = INFO)
  @Message(id = 300, value = "DICOM: %s listens on %s port %d (%s)")
  void listening(String aeTitle, String address, int port, String transport);

  @LogMessage(level = WARN)
  @Message(
      id = 301,
      value =
          "DICOM port %d answers this machine only: security is not configured"
              + " (radcanon.security.open-without-authentication, radcanon.dimse.tls-port)")
  void loopbackOnly(int port);

  @LogMessage(level = INFO)
  @Message(id = 302, value = "Association of %s to %s from %s accepted")
  void accepted(String calling, String called, String peer);

  @LogMessage(level = WARN)
  @Message(id = 303, value = "Association from %s rejected: %s")
  void rejected(String peer, String reason);

  @LogMessage(level = WARN)
  @Message(id = 304, value = "Association with %s broken (%s): %s")
  void broken(String peer, String ending, String reason);

  @LogMessage(level = INFO)
  @Message(id = 305, value = "Association with %s released after %d operations")
  void released(String peer, long operations);

  /** Without the messages of the exceptions: those of a database quote values. */
  @LogMessage(level = ERROR)
  @Message(id = 306, value = "A DICOM operation failed within radcanon (%s)")
  void serviceFailed(String nature);

  @LogMessage(level = INFO)
  @Message(id = 307, value = "DICOM: port %d is closed, %d associations get %d s to end")
  void closing(int port, int associations, long seconds);
}
