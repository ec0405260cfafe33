package org.radcanon.terminology.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;

/**
 * How concepts relate: computed from their values and the RadLex hierarchy ({@link Subsumption}),
 * never from names; the lines of {@code overrides.csv} outrank what is computed. A concept is
 * narrower than another when it says more: CT of the chest with contrast is narrower than CT of the
 * chest, and so is CT of the chest and abdomen. Immutable; safe for use by many threads.
 */
public final class Relations {

  /** What people look for first stands first. */
  private static final List<Attribute> SIBLING_ORDER =
      List.of(Attribute.LATERALITY, Attribute.CONTRAST, Attribute.VIEW_COUNT, Attribute.VIEW);

  private static final SortedSet<String> NOTHING = Collections.emptySortedSet();

  private final CanonicalMap map;
  private final Subsumption subsumption;
  private final RelationIndex index;
  private final PairRelations pairs;

  /** What the second concept is, seen from the first. */
  public enum Kind {
    EQUIVALENT,
    NARROWER,
    BROADER,
    UNRELATED;

    Kind seenFromTheOther() {
      return switch (this) {
        case NARROWER -> BROADER;
        case BROADER -> NARROWER;
        case EQUIVALENT, UNRELATED -> this;
      };
    }
  }

  private Relations(CanonicalMap map) {
    this.map = map;
    this.subsumption = new Subsumption(map);
    this.index = new RelationIndex(map.concepts(), subsumption);
    this.pairs = new PairRelations(map, subsumption);
  }

  /** Computes what {@link #broader} and the like need; a second or so for a large map. */
  public static Relations of(CanonicalMap map) {
    return new Relations(map);
  }

  /** What {@code b} is, seen from {@code a}: {@link Kind#NARROWER} when b is narrower than a. */
  public Kind between(Concept a, Concept b) {
    return pairs.between(a, b);
  }

  /** The attributes in which two concepts differ, in their order; empty for equal sets. */
  public List<Difference> differences(Concept a, Concept b) {
    return Arrays.stream(Attribute.values())
        .map(attribute -> difference(attribute, a, b))
        .filter(d -> !d.here().isEmpty() || !d.there().isEmpty())
        .toList();
  }

  private static Difference difference(Attribute attribute, Concept a, Concept b) {
    SortedSet<String> here = new TreeSet<>(a.attributes().getOrDefault(attribute, NOTHING));
    SortedSet<String> there = new TreeSet<>(b.attributes().getOrDefault(attribute, NOTHING));
    SortedSet<String> both = new TreeSet<>(here);
    both.retainAll(there);
    here.removeAll(both);
    there.removeAll(both);
    return new Difference(attribute, here, there);
  }

  /** The nearest broader concepts in force, in the order of their codes. */
  public List<Concept> broader(Concept concept) {
    return nearest(concept, Kind.BROADER, index.broader(subsumption.said(concept)));
  }

  /** The nearest narrower concepts in force, in the order of their codes. */
  public List<Concept> narrower(Concept concept) {
    return nearest(concept, Kind.NARROWER, index.narrower(subsumption.said(concept)));
  }

  /** What an override says stands in the list, whatever is nearer; what it denies does not. */
  private List<Concept> nearest(Concept concept, Kind kind, Collection<String> computed) {
    SortedSet<String> codes = new TreeSet<>(computed);
    codes.remove(concept.code());
    pairs
        .overrides()
        .forEach(
            (pair, said) -> {
              if (pair.a().equals(concept.code())) {
                if (said == kind) {
                  codes.add(pair.b());
                } else {
                  codes.remove(pair.b());
                }
              }
            });
    return codes.stream().flatMap(code -> map.concept(code).stream()).toList();
  }

  /**
   * The concepts that have other values in one attribute and are alike in all others, neither
   * broader nor narrower: the other side, with contrast, another number of views. Those that differ
   * in laterality first, then in contrast, views, and the others; each in the order of codes.
   */
  public List<Concept> siblings(Concept concept) {
    List<Concept> found = new ArrayList<>();
    concept.attributes().keySet().stream()
        .sorted(Comparator.comparing(Relations::rank))
        .forEach(
            attribute ->
                index.alikeBut(concept, attribute).stream()
                    .sorted()
                    .flatMap(code -> map.concept(code).stream())
                    .filter(other -> !other.code().equals(concept.code()))
                    .filter(other -> between(concept, other) == Kind.UNRELATED)
                    .forEach(found::add));
    return List.copyOf(found);
  }

  private static int rank(Attribute attribute) {
    int first = SIBLING_ORDER.indexOf(attribute);
    return first < 0 ? SIBLING_ORDER.size() + attribute.ordinal() : first;
  }
}
