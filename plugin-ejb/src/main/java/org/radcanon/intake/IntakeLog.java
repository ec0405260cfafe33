package org.radcanon.intake;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What intake says; identifiers are permanent ({@code docs/messages.md}). No patient data. */
@MessageLogger(projectCode = "RADCANON-", length = 3)
interface IntakeLog extends BasicLogger {

  IntakeLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), IntakeLog.class, "org.radcanon.intake");

  @LogMessage(level = INFO)
  @Message(id = 100, value = "Ready: %d concepts, map %s, %d lines in the site map, archive %s")
  void ready(int concepts, String map, int siteMapLines, String archive);

  @LogMessage(level = WARN)
  @Message(
      id = 101,
      value =
          "EVERY DOOR IS OPEN WITHOUT AUTHENTICATION"
              + " (radcanon.security.open-without-authentication=true):"
              + " whoever reaches this server reads, stores and recodes studies")
  void openWithoutAuthentication();

  @LogMessage(level = INFO)
  @Message(id = 102, value = "Study %s is coded as %s (%s) by %s")
  void coded(String study, String concept, String name, String basis);

  @LogMessage(level = INFO)
  @Message(id = 103, value = "Study %s needs a person's decision (%s)")
  void caseOpened(String study, String kind);

  @LogMessage(level = WARN)
  @Message(id = 104, value = "Instance refused (%s): %s")
  void refused(String reason, String comment);

  @LogMessage(level = ERROR)
  @Message(id = 105, value = "%d instance(s) not stored: the archive cannot take them now")
  void archiveFailed(int instances, @Cause Exception cause);

  /** Without the messages of the exceptions: those of a database quote values. */
  @LogMessage(level = ERROR)
  @Message(id = 106, value = "Instance not stored: processing failed (%s)")
  void processingFailed(String nature);

  @LogMessage(level = WARN)
  @Message(id = 107, value = "The new site map is refused, the last good one stays in force:\n%s")
  void siteMapRefused(String faults);

  @LogMessage(level = INFO)
  @Message(id = 108, value = "Site map in force: %d lines")
  void siteMapInForce(int lines);

  @LogMessage(level = INFO)
  @Message(id = 109, value = "Resolved again: %d cases looked at, %d resolved")
  void resolvedAgain(int looked, int resolved);

  @LogMessage(level = DEBUG)
  @Message(id = 110, value = "Evidence of study %s: %s")
  void evidence(String study, List<String> evidence);

  @LogMessage(level = WARN)
  @Message(
      id = 111,
      value =
          "Instance %s was there with other bytes; the earlier version was put aside in the archive")
  void replaced(String instance);

  @LogMessage(level = ERROR)
  @Message(id = 112, value = "Enrichment failed; an instance of study %s is stored unchanged (%s)")
  void enrichmentFailed(String study, String nature);

  @LogMessage(level = WARN)
  @Message(id = 113, value = "The archive cannot take anything now: %s")
  void archiveUnavailable(String reason);

  @LogMessage(level = ERROR)
  @Message(id = 114, value = "The site map cannot be read; the last good one stays in force")
  void siteMapUnreadable(@Cause Exception cause);

  @LogMessage(level = DEBUG)
  @Message(id = 115, value = "The failure in full")
  void inFull(@Cause Exception cause);

  @LogMessage(level = WARN)
  @Message(id = 116, value = "The claim of a broken instance of study %s was not taken back (%s)")
  void claimNotReleased(String study, String nature);

  @LogMessage(level = WARN)
  @Message(id = 119, value = "The archive refused an instance with status %04X: %s")
  void archiveRefused(int status, String reason);

  @LogMessage(level = INFO)
  @Message(id = 118, value = "Case %d is decided: the proposed code is %s")
  void caseSettled(long caseId, String decision);

  @LogMessage(level = ERROR)
  @Message(
      id = 120,
      value = "THE CANONICAL MAP'S DIRECTORY IS REFUSED, its last good copy is in force:\n%s")
  void mapRefused(String faults);
}
