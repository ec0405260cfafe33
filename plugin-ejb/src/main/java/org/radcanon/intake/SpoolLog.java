package org.radcanon.intake;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import java.time.Instant;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the spool says; identifiers are permanent ({@code docs/messages.md}). No patient data. */
@MessageLogger(projectCode = "RADCANON-", length = 3)
interface SpoolLog extends BasicLogger {

  SpoolLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), SpoolLog.class, "org.radcanon.spool");

  @LogMessage(level = WARN)
  @Message(
      id = 350,
      value = "The archive takes nothing (%s); instances go to the spool, next try at %s")
  void down(String reason, Instant nextTry);

  @LogMessage(level = WARN)
  @Message(id = 351, value = "The archive still takes nothing (%s), next try at %s")
  void stillDown(String reason, Instant nextTry);

  @LogMessage(level = INFO)
  @Message(id = 352, value = "The archive takes instances again, after %d s")
  void up(long seconds);

  @LogMessage(level = DEBUG)
  @Message(id = 353, value = "Instance %s is in the spool as %d")
  void spooled(String instance, long sequence);

  @LogMessage(level = DEBUG)
  @Message(id = 354, value = "Instance %s (%d) was handed to the archive after %d s, try %d")
  void delivered(String instance, long sequence, long seconds, int attempts);

  @LogMessage(level = WARN)
  @Message(id = 355, value = "Instance %s (%d) was not taken and waits on: %s")
  void attemptFailed(String instance, long sequence, String reason);

  @LogMessage(level = ERROR)
  @Message(
      id = 356,
      value =
          "Instance %s (%d) is set aside after %d tries, a person has to decide"
              + " (/radcanon/spool.html): %s")
  void setAside(String instance, long sequence, int attempts, String reason);

  @LogMessage(level = INFO)
  @Message(id = 357, value = "Instance %s (%d), which was set aside, is sent on its way again")
  void released(String instance, long sequence);

  @LogMessage(level = WARN)
  @Message(id = 358, value = "Instance %s (%d) was given up; its file lies in discarded")
  void discarded(String instance, long sequence);

  @LogMessage(level = WARN)
  @Message(
      id = 359,
      value = "The spool's journal did not know instance %s (%d); its file was taken up")
  void takenUp(String instance, long sequence);

  @LogMessage(level = ERROR)
  @Message(id = 360, value = "The file of instance %s (%d) is gone from the spool, undelivered")
  void missing(String instance, long sequence);

  @LogMessage(level = WARN)
  @Message(id = 361, value = "%s in the spool is no instance; it was left where it is")
  void strange(String fileName);

  @LogMessage(level = WARN)
  @Message(id = 362, value = "%d lines of the spool's journal make no sense and were passed over")
  void journalDamaged(int lines);

  @LogMessage(level = WARN)
  @Message(
      id = 363,
      value = "The spool cannot keep copies (%s); instances go to the archive without one")
  void copyFailed(String reason);

  @LogMessage(level = ERROR)
  @Message(id = 364, value = "A change in the spool's directory failed; it is made up for later")
  void directoryFailed(@Cause Exception cause);

  @LogMessage(level = ERROR)
  @Message(id = 365, value = "Handing over to the archive failed within radcanon (%s)")
  void archiveBroken(String nature);

  @LogMessage(level = WARN)
  @Message(
      id = 366,
      value = "Stopped with %d instances on their way to the archive; the spool has them still")
  void closedWithout(int underWay);
}
