package org.radcanon.terminology.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.search.SearchIndex.Entry;

/**
 * Finds concepts by codes and names of all schemes, as a person types: the beginnings of words, in
 * any order, all of them in one name. {@code ct che con} finds "CT chest with IV contrast". The
 * index is built with the first search, or before. Safe for use by many threads.
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
    List<Entry> best = index().best(folded, designator);
    List<Hit> page = best.stream().skip(offset).limit(limit).flatMap(this::hit).toList();
    return new Page(page, best.size());
  }

  private Stream<Hit> hit(Entry entry) {
    return map.concept(entry.concept()).stream()
        .map(concept -> new Hit(concept, entry.code(), entry.name()));
  }

  /** Builds the index, so that the first search need not. */
  public void makeIndex() {
    index();
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
