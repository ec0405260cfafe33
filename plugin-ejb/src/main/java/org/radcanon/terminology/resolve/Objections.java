package org.radcanon.terminology.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.reading.Hints;
import org.radcanon.terminology.reading.Reading;
import org.radcanon.terminology.reading.Reading.Kind;
import org.radcanon.terminology.reading.TextReader;
import org.radcanon.terminology.relation.Subsumption;

/**
 * What the rest of the evidence says against a procedure, in words for the list of evidence. Only
 * what cannot be true of it counts: another modality, the other side, a place elsewhere, contrast
 * where there is none, an image that is none of its views. What is told less, or more, objects to
 * nothing. A place elsewhere is told apart: a scanner's menu says it, often wrongly.
 */
final class Objections {

  private static final Hints NONE = new Hints(List.of());
  private static final SortedSet<String> NO_VALUES = Collections.emptySortedSet();
  private static final String WITHOUT_CONTRAST = "RID28768";
  private static final Set<String> IV_CONTRAST = Set.of("RID28769", "RID28771");

  private final TextReader reader;
  private final ViewPositions views;

  Objections(CanonicalMap map, TextReader reader) {
    this.reader = reader;
    this.views = new ViewPositions(map, new Subsumption(map));
  }

  /** All of them but places, to a procedure that a code says. */
  List<String> toCoded(Concept concept, ProcedureEvidence evidence) {
    List<String> all = new ArrayList<>(0);
    modality(concept, evidence.modalities()).ifPresent(all::add);
    if (!evidence.hints().isEmpty()) {
      Hints hints = new Hints(evidence.hints());
      side(concept, hints, "the code").ifPresent(all::add);
      all.addAll(attributes(concept, hints));
    }
    for (SourcedText text : evidence.texts()) {
      if (reader.decides(text.source())) {
        text(concept, text, evidence.modalities()).ifPresent(all::add);
      }
    }
    return all;
  }

  /** Body Part Examined and Anatomic Region Sequence elsewhere, against a code. */
  List<String> places(Concept concept, ProcedureEvidence evidence) {
    if (evidence.hints().isEmpty()) {
      return List.of();
    }
    Set<String> places = places(concept);
    if (places.isEmpty()) {
      return List.of();
    }
    return reader.placesElsewhere(new Hints(evidence.hints()), places).stream()
        .map(hint -> hint.source() + " says " + hint.text() + but(concept))
        .toList();
  }

  /** Contrast/Bolus Agent, View Position. */
  List<String> attributes(Concept concept, Hints hints) {
    List<String> all = new ArrayList<>(0);
    if (values(concept, Attribute.CONTRAST).contains(WITHOUT_CONTRAST)) {
      hints.agent().map(source -> source + " names an agent" + but(concept)).ifPresent(all::add);
    }
    views
        .against(concept, hints.viewPositions())
        .map(seen -> "ViewPosition says that " + seen + but(concept))
        .ifPresent(all::add);
    return all;
  }

  /**
   * Laterality or Image Laterality, of a procedure on one side.
   *
   * @param who says that side
   */
  static Optional<String> side(Concept concept, Hints hints, String who) {
    return oneSide(concept).flatMap(side -> side(side, hints, who));
  }

  private static Optional<String> side(String side, Hints hints, String who) {
    String other = side.equals(Hints.LEFT) ? "right" : "left";
    String said = other.equals("right") ? "left" : "right";
    return hints
        .sideOtherThan(side)
        .map(hint -> who + " says " + said + ", " + hint.source() + " says " + other);
  }

  private static String but(Concept concept) {
    return ", but the procedure is " + concept.name();
  }

  /** Left or right, where a procedure is of one of them. */
  static Optional<String> oneSide(Concept concept) {
    SortedSet<String> sides = values(concept, Attribute.LATERALITY);
    return sides.size() == 1
        ? Optional.of(sides.first()).filter(s -> s.equals(Hints.LEFT) || s.equals(Hints.RIGHT))
        : Optional.empty();
  }

  private Optional<String> modality(Concept concept, Set<String> dicom) {
    SortedSet<String> modality = values(concept, Attribute.MODALITY);
    boolean may =
        dicom.isEmpty()
            || modality.isEmpty()
            || modality.stream().anyMatch(m -> reader.mayBe(dicom, m));
    return may
        ? Optional.empty()
        : Optional.of("Modality says " + String.join(", ", new TreeSet<>(dicom)) + but(concept));
  }

  /** A description that is read with certainty, or names another modality. */
  private Optional<String> text(Concept concept, SourcedText text, Set<String> dicom) {
    Reading reading = reader.read(text.text(), dicom, NONE);
    boolean other = reading.kind() == Kind.OTHER_MODALITY && reading.notUnderstood().isEmpty();
    boolean certain = reading.match() && reading.confidence() >= TextStep.BEHIND_UNKNOWN;
    if (!other && !certain) {
      return Optional.empty();
    }
    List<String> differences = differences(concept, reading.concept(), other);
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            text.source()
                + " contradicts the code in "
                + String.join(" and ", differences)
                + ": "
                + reading.line());
  }

  private List<String> differences(Concept coded, Concept read, boolean otherModality) {
    List<String> differences = new ArrayList<>(2);
    if (otherModality
        && !values(coded, Attribute.MODALITY).equals(values(read, Attribute.MODALITY))) {
      differences.add("modality");
    }
    Set<String> sides = values(coded, Attribute.LATERALITY);
    if (oneSide(read).filter(side -> !sides.isEmpty() && !sides.contains(side)).isPresent()) {
      differences.add("side");
    }
    if (elsewhere(places(coded), places(read))) {
      differences.add("part of the body");
    }
    if (otherContrast(values(coded, Attribute.CONTRAST), values(read, Attribute.CONTRAST))) {
      differences.add("contrast");
    }
    int number = views.number(coded);
    if (number > 0 && views.number(read) > 0 && number != views.number(read)) {
      differences.add("number of views");
    }
    return differences;
  }

  private boolean elsewhere(Set<String> some, Set<String> others) {
    return !some.isEmpty() && !others.isEmpty() && !reader.placesMeet(others, some);
  }

  private static boolean otherContrast(Set<String> some, Set<String> others) {
    return some.contains(WITHOUT_CONTRAST) && others.stream().anyMatch(IV_CONTRAST::contains)
        || others.contains(WITHOUT_CONTRAST) && some.stream().anyMatch(IV_CONTRAST::contains);
  }

  private static Set<String> places(Concept concept) {
    Set<String> places = new HashSet<>(values(concept, Attribute.REGION));
    places.addAll(values(concept, Attribute.FOCUS));
    return places;
  }

  private static SortedSet<String> values(Concept concept, Attribute attribute) {
    return concept.attributes().getOrDefault(attribute, NO_VALUES);
  }
}
