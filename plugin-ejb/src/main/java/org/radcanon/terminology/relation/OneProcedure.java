package org.radcanon.terminology.relation;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.Concept;

/**
 * Whether several codes of one sequence tell one procedure. Procedure Code Sequence permits one or
 * more items (PS3.3 C.7.2.1) and does not say what several are: one procedure told in several
 * schemes, more or less fully, or several procedures that were performed together. So one code
 * stands for another only where it is right either way:
 *
 * <ul>
 *   <li>It <em>describes</em> the same examination more fully: it has a side, a contrast, a number
 *       of views (or, beside that number, their names), an age group or an agent where the other
 *       has none, or a value below the other's, within one attribute: a thumb for a finger. CT of
 *       the chest, and CT of the chest with IV contrast, is the latter.
 *   <li>It <em>contains</em> the other's examination: all that the other has, and further regions,
 *       views or contrasts. CT of the chest, and CT of the chest and abdomen, is the latter.
 *   <li>A line of {@code overrides.csv} says that it is the narrower.
 * </ul>
 *
 * What else makes a procedure narrower makes it another one, which is done beside the broader: MR
 * angiography beside MR of the head, ribs beside the chest, a guided biopsy, transvaginal
 * ultrasound, a stress, a limited examination. Nor is CT of the chest with contrast part of one of
 * chest and abdomen of which no contrast is told: it describes and contains at once, and so the two
 * were two.
 */
public final class OneProcedure {

  private static final Set<Attribute> DESCRIBING =
      EnumSet.of(
          Attribute.POPULATION,
          Attribute.LATERALITY,
          Attribute.VIEW_COUNT,
          Attribute.PHARMACEUTICAL,
          Attribute.CONTRAST);

  private static final Set<Attribute> CONTAINING =
      EnumSet.of(Attribute.REGION, Attribute.VIEW, Attribute.CONTRAST);

  private static final SortedSet<String> NOTHING = Collections.emptySortedSet();

  private final Subsumption subsumption;
  private final PairRelations pairs;

  /** How one attribute of the fuller code stands to that of the other. */
  private enum Step {
    SAME,
    DESCRIBES,
    CONTAINS,
    ANOTHER
  }

  public OneProcedure(PairRelations pairs) {
    this.subsumption = pairs.subsumption();
    this.pairs = pairs;
  }

  /**
   * The fullest of them, where they lie on one line: of any two, one tells the other's procedure.
   */
  public Optional<Concept> fullest(Collection<Concept> concepts) {
    List<Concept> line =
        concepts.stream()
            .sorted(
                Comparator.comparingInt((Concept c) -> subsumption.said(c).size())
                    .thenComparing(Concept::code))
            .toList();
    for (int i = 0; i < line.size(); i++) {
      for (int j = i + 1; j < line.size(); j++) {
        if (!tells(line.get(j), line.get(i))) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(line.get(line.size() - 1));
  }

  private boolean tells(Concept fuller, Concept other) {
    return pairs
        .overridden(other, fuller)
        .map(kind -> kind == Relations.Kind.NARROWER || kind == Relations.Kind.EQUIVALENT)
        .orElseGet(() -> computed(fuller, other));
  }

  private boolean computed(Concept fuller, Concept other) {
    Set<Step> steps = EnumSet.noneOf(Step.class);
    for (Attribute attribute : Attribute.values()) {
      steps.add(step(attribute, fuller, other));
    }
    return !steps.contains(Step.ANOTHER)
        && !(steps.contains(Step.DESCRIBES) && steps.contains(Step.CONTAINS));
  }

  private Step step(Attribute attribute, Concept fuller, Concept other) {
    SortedSet<String> more = fuller.attributes().getOrDefault(attribute, NOTHING);
    SortedSet<String> less = other.attributes().getOrDefault(attribute, NOTHING);
    if (more.equals(less)) {
      return Step.SAME;
    }
    if (less.isEmpty()) {
      return describes(attribute, other) ? Step.DESCRIBES : Step.ANOTHER;
    }
    if (attribute == Attribute.MODALITY || less.stream().anyMatch(value -> !said(value, more))) {
      return Step.ANOTHER;
    }
    boolean refined = more.stream().allMatch(value -> below(value, less));
    return refined
        ? Step.DESCRIBES
        : CONTAINING.contains(attribute) && more.containsAll(less) ? Step.CONTAINS : Step.ANOTHER;
  }

  /** Names of views beside a number that both have only say which they are. */
  private static boolean describes(Attribute attribute, Concept other) {
    return DESCRIBING.contains(attribute)
        || attribute == Attribute.VIEW && other.attributes().containsKey(Attribute.VIEW_COUNT);
  }

  private boolean said(String value, Set<String> more) {
    return more.stream().anyMatch(m -> subsumption.said(m).contains(value));
  }

  private boolean below(String value, Set<String> less) {
    return subsumption.said(value).stream().anyMatch(less::contains);
  }
}
