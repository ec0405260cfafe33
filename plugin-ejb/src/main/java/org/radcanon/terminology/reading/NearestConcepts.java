package org.radcanon.terminology.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.Concept;

/**
 * The procedures that come closest to what a text says, of one modality. What the text says and a
 * procedure lacks costs, what a procedure has and the text does not say costs more; another side,
 * or another statement about contrast, excludes it. Deterministic: of equal ones the procedure that
 * more schemes have, then the lower code. Immutable once built.
 */
final class NearestConcepts {

  /**
   * A procedure near a text.
   *
   * @param cost 0 where it has exactly the values
   * @param added it has a value that the text does not say
   */
  record Near(Concept concept, int cost, boolean added) {}

  private final Candidates candidates;
  private final int[] added;

  NearestConcepts(Collection<Concept> concepts) {
    candidates = new Candidates(concepts);
    added = new int[candidates.size()];
    for (int value = 0; value < added.length; value++) {
      added[value] = Weight.of(candidates.home(value)).added();
    }
  }

  /**
   * The nearest procedures to a set of values, best first.
   *
   * @param known a procedure has exactly these values: only those beside it are looked at, of the
   *     place that fewest have
   */
  List<Near> find(String modality, Set<String> values, int most, boolean known) {
    Query query = new Query(values, most);
    places(modality, values, known).forEach(query::look);
    return query.found();
  }

  /** Where to look: at the procedures of the places that are said; at all where none is. */
  private List<Shelf> places(String modality, Set<String> values, boolean known) {
    List<Shelf> found = new ArrayList<>(4);
    for (String value : values) {
      int number = candidates.number(value);
      if (number >= 0 && isPlace(candidates.home(number))) {
        found.add(candidates.of(modality, value));
      }
    }
    if (found.isEmpty()) {
      return List.of(candidates.of(modality));
    }
    return known ? List.of(fewest(found)) : found;
  }

  private static boolean isPlace(Attribute attribute) {
    return attribute == Attribute.REGION || attribute == Attribute.FOCUS;
  }

  private static Shelf fewest(List<Shelf> some) {
    Shelf fewest = some.get(0);
    for (Shelf next : some) {
      fewest = next.size() < fewest.size() ? next : fewest;
    }
    return fewest;
  }

  /** What a text says, compared with many procedures. */
  private final class Query {

    /** What each value does to the cost of a procedure that has it. */
    private final int[] price = added.clone();

    private final Shortlist nearest;
    private int allLost;

    /** The most that having the right values can save of what adding all of them costs. */
    private int saved;

    private int contrasts;
    private int sides;

    Query(Set<String> values, int most) {
      nearest = new Shortlist(most);
      for (String value : values) {
        int number = candidates.number(value);
        if (number < 0) {
          allLost += Weight.DETAIL.lost();
          saved -= Weight.DETAIL.lost();
        } else {
          Attribute home = candidates.home(number);
          allLost += Weight.of(home).lost();
          saved += Weight.of(home).added();
          price[number] = -Weight.of(home).lost();
          contrasts += home == Attribute.CONTRAST ? 1 : 0;
          sides += home == Attribute.LATERALITY ? 1 : 0;
        }
      }
    }

    /** The cheapest stand first, so that the rest need not be looked at. */
    void look(Shelf shelf) {
      int value = 0;
      for (int i = 0; i < shelf.size(); i++) {
        if (shelf.addingAll()[i] - saved > nearest.worst()) {
          return;
        }
        int cost = allLost;
        for (; value < shelf.ends()[i]; value++) {
          cost += price[shelf.values()[value]];
        }
        int candidate = shelf.procedures()[i];
        if (nearest.takes(cost, candidate) && !excluded(candidate)) {
          nearest.add(cost, candidate);
        }
      }
    }

    /** Whether it is of another side, or has another statement about contrast. */
    private boolean excluded(int candidate) {
      return other(candidate, Attribute.CONTRAST, contrasts)
          || other(candidate, Attribute.LATERALITY, sides);
    }

    /** Whether it lacks a value of the attribute that is said, and has one that is not. */
    private boolean other(int candidate, Attribute attribute, int said) {
      int lost = said;
      boolean another = false;
      for (int value : candidates.values(candidate)) {
        if (candidates.home(value) == attribute) {
          lost -= says(value) ? 1 : 0;
          another |= !says(value);
        }
      }
      return another && lost > 0;
    }

    private boolean says(int value) {
      return price[value] < 0;
    }

    private boolean adds(int candidate) {
      for (int value : candidates.values(candidate)) {
        if (!says(value)) {
          return true;
        }
      }
      return false;
    }

    List<Near> found() {
      List<Near> found = new ArrayList<>(nearest.size());
      for (int i = 0; i < nearest.size(); i++) {
        int candidate = nearest.candidate(i);
        found.add(new Near(candidates.concept(candidate), nearest.cost(i), adds(candidate)));
      }
      return found;
    }
  }
}
