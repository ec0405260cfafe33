package org.radcanon.terminology;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds concepts by codes and names of all schemes, as a person types: the beginnings of words, in
 * any order, all of them in one name. {@code ct che con} finds "CT chest with IV contrast". The
 * index is built with the first search. Safe for use by many threads.
 */
public final class ConceptSearch {

  private final CanonicalMap map;
  private volatile SearchIndex index;

  private ConceptSearch(CanonicalMap map) {
    this.map = map;
  }

  public static ConceptSearch of(CanonicalMap map) {
    return new ConceptSearch(map);
  }

  /**
   * A concept that was found.
   *
   * @param code the code by which it was found, or whose name it was; its own, where it was its own
   *     name
   * @param name the name that has the words
   */
  public record Hit(Concept concept, Code code, String name) {}

  /**
   * @param total how many concepts there are on all pages
   */
  public record Page(List<Hit> hits, int total) {

    public Page {
      hits = List.copyOf(hits);
    }
  }

  /**
   * One hit a concept, best first: the very code; then all words in its preferred name; whole words
   * before beginnings; shorter names; lower codes. No words find nothing.
   *
   * @param scheme designator or alias; only codes and names of this scheme are searched
   */
  public Page search(String words, Optional<String> scheme, int offset, int limit) {
    String folded = SearchWords.fold(words);
    if (folded.isEmpty()) {
      return new Page(List.of(), 0);
    }
    Optional<String> designator =
        scheme.map(s -> map.scheme(s).map(CodingScheme::designator).orElse(s));
    List<Found> best = best(folded, designator);
    List<Hit> page =
        best.stream().skip(offset).limit(limit).map(found -> hit(found.entry())).toList();
    return new Page(page, best.size());
  }

  /** An entry of the index, and how well it fits. */
  private record Found(SearchIndex.Entry entry, int order) {}

  private List<Found> best(String folded, Optional<String> scheme) {
    SearchIndex entries = index();
    BitSet fitting = entries.fitting(folded);
    Map<String, Found> byConcept = new HashMap<>();
    fitting.stream()
        .mapToObj(entries::entry)
        .filter(entry -> scheme.isEmpty() || entry.code().scheme().equals(scheme.get()))
        .map(entry -> new Found(entry, order(entry, folded)))
        .forEach(
            found ->
                byConcept.merge(
                    found.entry().concept(), found, (a, b) -> b.order() < a.order() ? b : a));
    List<Found> best = new ArrayList<>(byConcept.values());
    best.sort(
        Comparator.comparingInt(Found::order).thenComparing(found -> found.entry().concept()));
    return best;
  }

  private static final int TIER = 1_000_000;

  private static int order(SearchIndex.Entry entry, String folded) {
    if (SearchWords.fold(entry.code().value()).equals(folded)) {
      return 0;
    }
    String name = SearchWords.fold(entry.name());
    boolean whole = SearchWords.of(name).containsAll(SearchWords.of(folded));
    return TIER * ((entry.preferred() ? 1 : 3) + (whole ? 0 : 1)) + name.length();
  }

  private Hit hit(SearchIndex.Entry entry) {
    Concept concept = map.concept(entry.concept()).orElseThrow();
    return new Hit(concept, entry.code(), entry.name());
  }

  private SearchIndex index() {
    SearchIndex built = index;
    if (built == null) {
      synchronized (this) {
        built = index == null ? new SearchIndex(map) : index;
        index = built;
      }
    }
    return built;
  }
}
