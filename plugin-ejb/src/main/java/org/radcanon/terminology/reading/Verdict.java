package org.radcanon.terminology.reading;

import java.util.List;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.reading.NameIndex.Entry;
import org.radcanon.terminology.reading.NearestConcepts.Near;
import org.radcanon.terminology.text.Parsed;
import org.radcanon.terminology.text.Parsed.Doubt;

/**
 * How certain a reading is, and why. Calibrated on names with known codes: how often what stands at
 * 0.9 or above is wrong, docs/accuracy.md tells.
 */
final class Verdict {

  /** The text has exactly the values, every word understood. */
  static final double EXACT = 0.96;

  /** It is a published name as well. */
  static final double NAMED = 0.97;

  /** A published name that reads otherwise. */
  static final double NAME_READS_OTHERWISE = 0.85;

  /** A name that contradicts the attributes of its code. */
  static final double DOUBTFUL = 0.5;

  /** A word was completed or cut in two; contrast was named without with or without. */
  static final double GUESSED = 0.92;

  static final double ALTERNATIVES_LEFT_OUT = 0.88;
  static final double GAP_FILLED = 0.88;

  /** One scheme tells a circumstance that the others leave out. */
  static final double EITHER_WAY = 0.88;

  static final double UNKNOWN_WORDS = 0.85;

  /** Neither region nor focus. */
  static final double NO_PLACE = 0.85;

  /** The study's modality is one that no procedure has, or not the only one that is named. */
  static final double FOREIGN_MODALITY = 0.8;

  static final double UNSURE = 0.7;
  static final double CONTRADICTED = 0.6;

  /** Not all that the text says, and nothing else. */
  static final double LESS_SAID = 0.8;

  static final double NEAREST = 0.5;
  static final double FAR = 0.2;

  private final Said said;
  private double confidence = EXACT;
  private String how = " is ";
  private String circumstance = "";

  Verdict(Said said) {
    this.said = said;
  }

  void exact(boolean sideFilled, boolean placed) {
    cap(placed ? EXACT : NO_PLACE);
    how = sideFilled ? " with the side from the header is " : " says exactly ";
    cap(sideFilled ? GAP_FILLED : EXACT);
  }

  void eitherWay(String reason) {
    circumstance = reason;
    cap(EITHER_WAY);
  }

  void nearest(Near near, int far) {
    how = " comes nearest to ";
    double reach = near.cost() >= far ? FAR : NEAREST;
    cap(near.added() ? reach : LESS_SAID);
  }

  /** The text is a name of what it says; people may have given it to something else as well. */
  void named(List<Entry> entries, Concept read) {
    how = " is a name of ";
    confidence = said.parsed().symbols().isEmpty() ? NO_PLACE : NAMED;
    for (Entry entry : entries) {
      boolean same = entry.concept().equals(read);
      cap(same && entry.doubtful() ? DOUBTFUL : !same && entry.curated() ? GAP_FILLED : NAMED);
    }
  }

  void nameOnly(Entry entry, boolean readsOtherwise) {
    how =
        entry.doubtful()
            ? " is a name that contradicts the attributes of "
            : readsOtherwise ? " is a name that reads otherwise; " : " is a name of ";
    confidence = NAMED;
    cap(readsOtherwise || !entry.curated() ? NAME_READS_OTHERWISE : NAMED);
    if (entry.doubtful()) {
      cap(DOUBTFUL);
    }
  }

  void ambiguous(int procedures) {
    how = " is the name of " + procedures + " procedures; first ";
    confidence = 0;
  }

  private void cap(double most) {
    confidence = Math.min(confidence, most);
  }

  double confidence() {
    Parsed parsed = said.parsed();
    cap(said.meant().confidence());
    if (confidence < NAMED) {
      doubts(parsed);
      if (!parsed.unknown().isEmpty() && !parsed.doubts().contains(Doubt.SENDER_PREFIX)) {
        cap(UNKNOWN_WORDS);
      }
    }
    if (said.gaps().filled()) {
      cap(GAP_FILLED);
    }
    if (said.gaps().contradicted()) {
      cap(UNKNOWN_WORDS);
    }
    if (!said.usual()) {
      cap(FOREIGN_MODALITY);
    }
    return confidence;
  }

  private void doubts(Parsed parsed) {
    for (Doubt doubt : parsed.doubts()) {
      switch (doubt) {
        case WORD_GUESSED, CONTRAST_IMPLIED, REMARK, SENDER_PREFIX -> cap(GUESSED);
        case ALTERNATIVES -> cap(ALTERNATIVES_LEFT_OUT);
        default -> cap(UNSURE);
      }
    }
  }

  String line(String concept) {
    StringBuilder line = new StringBuilder(160).append(how).append(concept);
    add(line, "read", said.parsed().explained());
    add(line, "policy", said.meant().reasons());
    add(line, "coded either way", circumstance.isEmpty() ? List.of() : List.of(circumstance));
    add(line, "header", said.gaps().lines());
    add(line, "doubtful", said.parsed().doubts().stream().map(Doubt::words).sorted().toList());
    add(line, "not understood", said.parsed().unknown());
    return line.toString();
  }

  private static void add(StringBuilder line, String what, List<String> parts) {
    if (!parts.isEmpty()) {
      line.append("; ").append(what).append(": ").append(String.join(", ", parts));
    }
  }
}
