package org.radcanon.terminology.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;

/** What header attributes beside the texts say: Laterality, Contrast/Bolus Agent and the like. */
public final class Hints {

  public static final String LEFT = "RID5824";
  public static final String RIGHT = "RID5825";

  private static final Set<String> LEFTS = Set.of("L", "LEFT");
  private static final Set<String> RIGHTS = Set.of("R", "RIGHT");

  private static final Set<String> AGENTS =
      Set.of("ContrastBolusAgent", "ContrastBolusAgentSequence");

  /** What stands in the attribute where nothing was given, also as the meaning of a code. */
  private static final Pattern NO_AGENT =
      Pattern.compile(
          "(\\([^,]+, [^,]+, )?"
              + "(|0|-|N|NO|NONE|NIL|NA|N/A|OFF|UNKNOWN|(NO|NON|WITHOUT|W/O|WO)[ -]?(IV )?CONTRAST"
              + "|WITHOUT|PLAIN|NATIVE?|无|平扫)\\)?");

  private static final Pattern VEIN = Pattern.compile("\\bI\\.?V\\b|VEIN|VENOUS|VENÖS|静脉");
  private static final Pattern GUT =
      Pattern.compile("\\b(ORAL|ORALLY|PO|RECTAL|ENEMA|BARIUM|GASTROGRAFIN|WATER)\\b|口服|直肠");

  private final List<SourcedText> hints;

  public Hints(List<SourcedText> hints) {
    this.hints = hints;
  }

  boolean any() {
    return !hints.isEmpty();
  }

  /** Laterality (0020,0060) or Image Laterality (0020,0062), where they say one side. */
  Optional<SourcedText> side() {
    List<SourcedText> sides = sides().toList();
    boolean one = sides.stream().map(Hints::value).distinct().count() == 1;
    return one ? Optional.of(sides.get(0)) : Optional.empty();
  }

  /** The first of them that says another side than this value. */
  public Optional<SourcedText> sideOtherThan(String value) {
    return sides().filter(side -> !value(side).equals(value)).findFirst();
  }

  private Stream<SourcedText> sides() {
    return hints.stream()
        .filter(hint -> hint.source().endsWith("Laterality"))
        .filter(hint -> LEFTS.contains(folded(hint)) || RIGHTS.contains(folded(hint)));
  }

  /** The value of a side. */
  static String value(SourcedText side) {
    return LEFTS.contains(folded(side)) ? LEFT : RIGHT;
  }

  /** View Position (0018,5101), of one image, or of all that were seen. */
  public Set<String> viewPositions() {
    Set<String> positions = new HashSet<>();
    for (SourcedText hint : hints) {
      if (hint.source().equals("ViewPosition")) {
        positions.addAll(Arrays.asList(folded(hint).split("[^A-Z]+")));
      }
    }
    return positions;
  }

  /** Body Part Examined (0018,0015), then Anatomic Region Sequence (0008,2218). */
  List<SourcedText> places() {
    return Stream.of(Places.BODY_PART, Places.REGION)
        .flatMap(source -> hints.stream().filter(hint -> hint.source().equals(source)))
        .filter(hint -> !hint.text().isBlank())
        .toList();
  }

  /**
   * Where an agent is named that was, or may have been, given into a vein: Contrast/Bolus Agent
   * (0018,0010) or its Sequence (0018,0012), unless Contrast/Bolus Route (0018,1040) or the agent
   * itself tell another way.
   */
  public Optional<String> agent() {
    List<SourcedText> routes =
        hints.stream()
            .filter(hint -> hint.source().equals("ContrastBolusRoute") && !hint.text().isBlank())
            .toList();
    boolean elsewhere =
        !routes.isEmpty() && routes.stream().noneMatch(r -> VEIN.matcher(folded(r)).find());
    return hints.stream()
        .filter(hint -> AGENTS.contains(hint.source()) && !elsewhere)
        .filter(hint -> !NO_AGENT.matcher(folded(hint)).matches() && intravenous(folded(hint)))
        .map(SourcedText::source)
        .findFirst();
  }

  private static boolean intravenous(String agent) {
    return !GUT.matcher(agent).find() || VEIN.matcher(agent).find();
  }

  private static String folded(SourcedText hint) {
    return hint.text().strip().toUpperCase(Locale.ROOT);
  }
}
