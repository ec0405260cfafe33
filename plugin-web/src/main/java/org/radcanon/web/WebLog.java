package org.radcanon.web;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the doors over HTTP log: ids 400 to 499. No patient data, no bodies. */
@MessageLogger(projectCode = "RADCANON-", length = 3)
public interface WebLog extends BasicLogger {

  WebLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), WebLog.class, "org.radcanon.web");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 400, value = "STOW-RS: %d instances stored, %d failed, status %d")
  void stowed(int stored, int failed, int status);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 401, value = "STOW-RS: the request body ends or breaks inside part %d: %s")
  void bodyBroken(int part, String reason);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 402, value = "WADO-RS: reading failed midway; the connection was cut off: %s")
  void cutOff(String what, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 403, value = "Request %s %s failed (error %s)")
  void failed(String method, String path, String error, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 405,
      value =
          "Refused a request from %s to %s: radcanon answers on loopback only until security is"
              + " configured")
  void notLoopback(String remote, String local);

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 406, value = "Refused a %s from a page of another origin: %s")
  void crossOrigin(String method, String origin);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 407, value = "A line was added to the site map; it means concept %s")
  void siteMapRowAdded(String concept);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 408, value = "Resolved again: %d open cases looked at, %d closed")
  void resolvedAgain(int looked, int resolved);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 409, value = "Request %s %s failed because of the archive")
  void archiveFailed(String method, String path, @Cause Throwable cause);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 410, value = "Set aside, now on their way to the archive again: %d instances")
  void retried(int instances);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 411, value = "%s: ready, made in the background in %d ms")
  void warm(String what, long millis);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 412, value = "%s: could not be made in the background")
  void notWarm(String what, @Cause Throwable cause);
}
