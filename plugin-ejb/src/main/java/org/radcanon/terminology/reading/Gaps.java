package org.radcanon.terminology.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.text.Marks;

/**
 * What header attributes add where a text leaves a gap, and where they say otherwise. Filling
 * lowers the confidence: a Body Part Examined is often that of the scanner's menu.
 */
final class Gaps {

  private static final String MAMMOGRAPHY = "RID10357";

  private final Homes homes;
  private final Places places;
  private final Hints hints;
  private final Set<String> modality;
  private final List<String> lines = new ArrayList<>(2);
  private boolean filled;
  private boolean contradicted;

  Gaps(Homes homes, Places places, Hints hints, Set<String> modality) {
    this.homes = homes;
    this.places = places;
    this.hints = hints;
    this.modality = modality;
  }

  /** Adds to what a text says. */
  void fill(Set<String> symbols) {
    if (!hints.any()) {
      return;
    }
    place(symbols);
    if (!homes.any(symbols, Attribute.CONTRAST) && !contrastSaid(symbols)) {
      hints.agent().ifPresent(source -> agent(symbols, source));
    }
    if (!homes.any(symbols, Attribute.LATERALITY)) {
      hints.side().ifPresent(side -> lines.add(side.source() + " says " + side.text().strip()));
    }
  }

  private void agent(Set<String> symbols, String source) {
    symbols.add(Marks.SOME_CONTRAST);
    filled(source + " names an agent");
  }

  private void place(Set<String> symbols) {
    for (SourcedText hint : hints.places()) {
      Set<String> there = places.said(hint, modality);
      if (there.isEmpty()) {
        continue;
      }
      if (!homes.anyPlace(symbols)) {
        symbols.addAll(there);
        filled(hint.source() + " says " + hint.text().strip());
      } else if (!places.meet(there, symbols)) {
        contradicted = true;
        lines.add(hint.source() + " says otherwise: " + hint.text().strip());
      }
    }
  }

  private void filled(String line) {
    filled = true;
    lines.add(line);
  }

  private static boolean contrastSaid(Set<String> symbols) {
    return symbols.contains(Marks.SOME_CONTRAST)
        || symbols.contains(Marks.NO_CONTRAST)
        || symbols.contains(Marks.NO_THEN_SOME_CONTRAST);
  }

  /**
   * The side that the header says of what is examined. Image Laterality is of one image, and a
   * mammogram has a series for each side: neither tells the side of a study.
   */
  Optional<String> side() {
    return !hints.any() || modality.contains(MAMMOGRAPHY)
        ? Optional.empty()
        : hints.side().filter(hint -> hint.source().equals("Laterality")).map(Hints::value);
  }

  boolean filled() {
    return filled;
  }

  boolean contradicted() {
    return contradicted;
  }

  List<String> lines() {
    return lines;
  }
}
