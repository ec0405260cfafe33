package org.radcanon.terminology.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.reading.NameIndex.Entry;
import org.radcanon.terminology.reading.NearestConcepts.Near;
import org.radcanon.terminology.reading.Reading.Kind;
import org.radcanon.terminology.text.Marks;

/**
 * From what a text says to a procedure: a published name that it equals, exactly its values, or the
 * nearest procedure.
 */
final class ConceptChoice {

  private static final int SHOWN = 6;
  private static final int FAR = 16;

  private final CanonicalMap map;
  private final Homes homes;
  private final NameIndex names;
  private final NearestConcepts nearest;
  private final Circumstances circumstances;

  ConceptChoice(CanonicalMap map, Homes homes, Circumstances circumstances) {
    this.map = map;
    this.homes = homes;
    this.circumstances = circumstances;
    this.names = new NameIndex(map);
    this.nearest = new NearestConcepts(map.concepts());
  }

  /** A procedure with exactly the values, or with what of them says the same. */
  private record Exact(Concept concept, boolean sideFilled) {}

  /**
   * @param possible whether the study may be of a modality (RID)
   */
  Reading choose(String text, Said said, String quoted, Predicate<String> possible) {
    List<Entry> named = named(text, said, possible);
    Optional<Exact> exact = exact(said);
    if (named.isEmpty() && said.parsed().empty() && !said.gaps().filled()) {
      return nothing(said, quoted);
    }
    List<Near> near =
        said.modality()
            .map(m -> nearest.find(m, map.form().apply(said.values()), SHOWN, exact.isPresent()))
            .orElse(List.of());
    Set<Concept> candidates = new LinkedHashSet<>();
    Verdict verdict = new Verdict(said);
    if (!named.isEmpty()) {
      return byName(named, exact, near, said, quoted);
    }
    if (exact.isPresent()) {
      verdict.exact(exact.get().sideFilled(), placed(exact.get().concept()));
      candidates.addAll(eitherWay(exact.get().concept(), said, verdict));
    } else {
      candidates.addAll(leftOrNearest(said, near, verdict));
    }
    near.forEach(n -> candidates.add(n.concept()));
    Kind kind = candidates.isEmpty() ? Kind.UNKNOWN : Kind.MATCH;
    return reading(kind, candidates, verdict, said, quoted);
  }

  /** The procedure, and the one without a circumstance that only one scheme tells; best first. */
  private List<Concept> eitherWay(Concept concept, Said said, Verdict verdict) {
    if (said.parsed().symbols().contains(Marks.CHINESE)) {
      return List.of(concept);
    }
    return circumstances
        .of(concept)
        .map(
            plainer -> {
              verdict.eitherWay(plainer.reason());
              return plainer.first()
                  ? List.of(plainer.concept(), concept)
                  : List.of(concept, plainer.concept());
            })
        .orElse(List.of(concept));
  }

  /** What is left without circumstances, before the nearest; the nearest otherwise. */
  private List<Concept> leftOrNearest(Said said, List<Near> near, Verdict verdict) {
    Optional<Circumstances.Plainer> left = circumstances.leftOf(said.values());
    if (left.isPresent()) {
      verdict.exact(false, placed(left.get().concept()));
      verdict.eitherWay(left.get().reason());
      return List.of(left.get().concept());
    }
    if (!near.isEmpty()) {
      verdict.nearest(near.get(0), FAR);
    }
    return List.of();
  }

  static boolean placed(Concept concept) {
    return concept.attributes().containsKey(Attribute.REGION)
        || concept.attributes().containsKey(Attribute.FOCUS);
  }

  /**
   * Names of the modality that the text was read by; where there are none, of any that the study
   * may be: "chest" in radiography is no ultrasound.
   */
  private List<Entry> named(String text, Said said, Predicate<String> possible) {
    List<Entry> all = names.find(text);
    List<Entry> ofModality = all.stream().filter(e -> ofModality(e, said)).toList();
    return ofModality.isEmpty()
        ? all.stream().filter(e -> possible.test(e.modality())).toList()
        : ofModality;
  }

  private static boolean ofModality(Entry entry, Said said) {
    return said.modality().isEmpty() || said.modality().get().equals(entry.modality());
  }

  private Reading nothing(Said said, String quoted) {
    Set<Concept> candidates = new LinkedHashSet<>();
    map.withValues(said.values()).ifPresent(candidates::add);
    String why =
        said.parsed().unknown().isEmpty()
            ? " names a modality at most"
            : " is not understood: " + String.join(", ", said.parsed().unknown());
    return new Reading(
        Kind.UNKNOWN, List.copyOf(candidates), 0, said.parsed().unknown(), quoted + why);
  }

  private Reading byName(
      List<Entry> named, Optional<Exact> exact, List<Near> near, Said said, String quoted) {
    Set<Concept> candidates = new LinkedHashSet<>();
    Verdict verdict = new Verdict(said);
    List<Concept> concepts = named.stream().map(Entry::concept).distinct().toList();
    Optional<Concept> read = exact.map(Exact::concept);
    Kind kind = Kind.MATCH;
    if (read.filter(concepts::contains).isPresent()) {
      verdict.named(named, read.get());
      candidates.addAll(
          isChosenName(named, read.get())
              ? List.of(read.get())
              : eitherWay(read.get(), said, verdict));
    } else if (concepts.size() == 1) {
      verdict.nameOnly(named.get(0), read.isPresent() || !ofModality(named.get(0), said));
      candidates.addAll(eitherWay(read.orElse(concepts.get(0)), said, verdict));
    } else {
      kind = Kind.AMBIGUOUS;
      verdict.ambiguous(concepts.size());
    }
    candidates.addAll(concepts);
    read.ifPresent(candidates::add);
    near.forEach(n -> candidates.add(n.concept()));
    return reading(kind, candidates, verdict, said, quoted);
  }

  /** Who writes the name that people gave the procedure in a scheme means all that it says. */
  private static boolean isChosenName(List<Entry> named, Concept read) {
    return named.stream().anyMatch(e -> e.curated() && e.concept().equals(read));
  }

  private static Reading reading(
      Kind kind, Set<Concept> candidates, Verdict verdict, Said said, String quoted) {
    List<Concept> best = new ArrayList<>(candidates);
    String concept = best.isEmpty() ? "" : best.get(0).code() + " " + best.get(0).name();
    return new Reading(
        kind, best, verdict.confidence(), said.parsed().unknown(), quoted + verdict.line(concept));
  }

  private Optional<Exact> exact(Said said) {
    Optional<String> side =
        homes.any(said.values(), Attribute.LATERALITY) ? Optional.empty() : said.gaps().side();
    if (side.isPresent()) {
      Set<String> sided = new HashSet<>(said.values());
      sided.add(side.get());
      Optional<Concept> concept = map.withValues(sided);
      if (concept.isPresent()) {
        return concept.map(c -> new Exact(c, true));
      }
    }
    for (Set<String> values : variants(said.values())) {
      Optional<Concept> concept = withImpliedRegionsOrWithout(values);
      if (concept.isPresent()) {
        return Optional.of(new Exact(concept.get(), false));
      }
    }
    return Optional.empty();
  }

  /** A hip beside a named pelvis is of the lower extremity all the same. */
  private Optional<Concept> withImpliedRegionsOrWithout(Set<String> values) {
    Optional<Concept> concept = map.withValues(values);
    if (concept.isPresent()) {
      return concept;
    }
    Set<String> all = new HashSet<>(values);
    for (String value : values) {
      all.addAll(map.form().impliedRegions(value));
    }
    return all.size() == values.size() ? concept : map.withValues(all);
  }

  /** As it is; without a number of views that counts the names of views; without the names. */
  private List<Set<String>> variants(Set<String> values) {
    SortedSet<String> counts = homes.of(values, Attribute.VIEW_COUNT);
    SortedSet<String> views = homes.of(values, Attribute.VIEW);
    if (counts.size() != 1 || views.isEmpty()) {
      return List.of(values);
    }
    Set<String> withoutCount = new HashSet<>(values);
    withoutCount.removeAll(counts);
    Set<String> withoutViews = new HashSet<>(values);
    withoutViews.removeAll(views);
    return number(counts.first()) == views.size()
        ? List.of(values, withoutCount, withoutViews)
        : List.of(values, withoutViews);
  }

  /** How many views a value says, 0 where it leaves that open. */
  private int number(String count) {
    String[] words = map.value(count).orElseThrow().label().split(" ");
    boolean exact = words.length == 2 && words[0].chars().allMatch(Character::isDigit);
    return exact ? Integer.parseInt(words[0]) : 0;
  }
}
