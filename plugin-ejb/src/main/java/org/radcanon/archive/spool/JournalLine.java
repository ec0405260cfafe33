package org.radcanon.archive.spool;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;

/**
 * One line of the journal: what happened to an instance, and all that is known of it.
 *
 * <pre>
 * line  = time event sequence study series instance sop-class transfer-syntax bytes attempts reason
 *                                                          ; separated by tabs, ended by a line feed
 * event = "accepted" / "attempt" / "delivered" / "set-aside" / "released" / "discarded"
 * </pre>
 */
record JournalLine(Instant time, Event event, Spooled spooled, int attempts, String reason) {

  /** What happened. */
  enum Event {
    /** Acknowledged; it waits. */
    ACCEPTED,
    /** Handing it over failed. */
    ATTEMPT,
    /** The archive has confirmed it. */
    DELIVERED,
    /** The archive does not take it. */
    SET_ASIDE,
    /** A person sent it on its way again. */
    RELEASED,
    /** A person gave it up. */
    DISCARDED;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Event of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  private static final int FIELDS = 11;
  private static final int LONGEST_REASON = 200;

  JournalLine {
    reason = plain(reason);
  }

  /** One line of printable text, whatever an archive says. */
  static String plain(String reason) {
    String printable = reason.replaceAll("\\p{Cntrl}+", " ");
    return printable.length() > LONGEST_REASON ? printable.substring(0, LONGEST_REASON) : printable;
  }

  /** Without its line feed. */
  String text() {
    Instance instance = spooled.instance();
    InstanceKey key = instance.key();
    return String.join(
        "\t",
        time.toString(),
        event.word(),
        SpoolDirectory.digits(spooled.sequence()),
        key.study(),
        key.series(),
        key.instance(),
        plain(instance.sopClass()),
        plain(instance.transferSyntax()),
        Long.toString(spooled.bytes()),
        Integer.toString(attempts),
        reason);
  }

  /** Empty for what is no line of a journal. */
  static Optional<JournalLine> parse(String text) {
    String[] fields = text.split("\t", -1);
    if (fields.length != FIELDS) {
      return Optional.empty();
    }
    try {
      InstanceKey key = new InstanceKey(fields[3], fields[4], fields[5]);
      Instance instance = new Instance(key, fields[6], fields[7]);
      return Optional.of(
          new JournalLine(
              Instant.parse(fields[0]),
              Event.of(fields[1]),
              new Spooled(Long.parseLong(fields[2]), instance, Long.parseLong(fields[8])),
              Integer.parseInt(fields[9]),
              fields[10]));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
