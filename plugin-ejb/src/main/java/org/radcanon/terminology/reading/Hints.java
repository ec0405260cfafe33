package org.radcanon.terminology.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;

/** What header attributes beside the texts say: Laterality, Contrast/Bolus Agent and the like. */
public final class Hints {

  public static final String LEFT = "RID5824";
  public static final String RIGHT = "RID5825";

  private static final Set<String> NO_AGENT = Set.of("", "NO", "NONE", "N", "NO CONTRAST", "0");

  private final List<SourcedText> hints;

  public Hints(List<SourcedText> hints) {
    this.hints = hints;
  }

  boolean any() {
    return !hints.isEmpty();
  }

  /** Laterality (0020,0060) or Image Laterality (0020,0062), where they say one side. */
  public Optional<SourcedText> side() {
    List<SourcedText> sides =
        hints.stream()
            .filter(hint -> hint.source().endsWith("Laterality"))
            .filter(hint -> Set.of("L", "R").contains(folded(hint)))
            .toList();
    boolean one = sides.stream().map(Hints::folded).distinct().count() == 1;
    return one ? Optional.of(sides.get(0)) : Optional.empty();
  }

  /** The value of a side. */
  public static String value(SourcedText side) {
    return folded(side).equals("L") ? LEFT : RIGHT;
  }

  /** Body Part Examined (0018,0015), then Anatomic Region Sequence (0008,2218). */
  List<SourcedText> places() {
    return Stream.of(Places.BODY_PART, Places.REGION)
        .flatMap(source -> hints.stream().filter(hint -> hint.source().equals(source)))
        .filter(hint -> !hint.text().isBlank())
        .toList();
  }

  /** Whether Contrast/Bolus Agent names one. */
  public boolean agent() {
    return hints.stream()
        .filter(hint -> hint.source().equals("ContrastBolusAgent"))
        .anyMatch(hint -> !NO_AGENT.contains(folded(hint)));
  }

  private static String folded(SourcedText hint) {
    return hint.text().strip().toUpperCase(Locale.ROOT);
  }
}
