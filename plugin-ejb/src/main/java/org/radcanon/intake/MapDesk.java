package org.radcanon.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.gap.Finding;
import org.radcanon.terminology.gap.GapReport;
import org.radcanon.terminology.relation.Relations;
import org.radcanon.terminology.search.ConceptSearch;
import org.radcanon.terminology.text.Parser;

/**
 * What is worked out from the canonical map for people and their programs to look at: relations,
 * the search, the gap report. Each is made once for a map, when it is first asked for, and again
 * once another map is in force.
 */
public final class MapDesk {
  private final Supplier<CanonicalMap> inForce;
  private final Function<CanonicalMap, GapReport> gaps;
  private volatile View current;

  private MapDesk(Supplier<CanonicalMap> inForce, Function<CanonicalMap, GapReport> gaps) {
    this.inForce = inForce;
    this.gaps = gaps;
  }

  /**
   * @param inForce gives the same map as long as it is in force
   */
  public static MapDesk of(Supplier<CanonicalMap> inForce) {
    return new MapDesk(inForce, GapReport::of);
  }

  /**
   * As {@link #of(Supplier)}, with a gap report that has read all names.
   *
   * @param names reads what names say
   */
  public static MapDesk of(Supplier<CanonicalMap> inForce, Parser names) {
    return new MapDesk(inForce, map -> GapReport.of(map, names));
  }

  /** The map in force at this moment; to be asked once for one answer. */
  public View current() {
    CanonicalMap map = inForce.get();
    View view = current;
    if (view == null || view.map() != map) {
      view = new View(map, gaps);
      current = view;
    }
    return view;
  }

  /** One map and what is worked out from it. */
  public static final class View {
    private final CanonicalMap map;
    private final Supplier<Relations> relations;
    private final Supplier<ConceptSearch> search;
    private final Supplier<GapReport> gaps;
    private final Supplier<Map<String, List<Finding>>> gapsByConcept;
    private final Supplier<Set<String>> active;
    private final Supplier<String> fingerprint;
    private final Map<Class<?>, Supplier<?>> kept = new ConcurrentHashMap<>();

    private View(CanonicalMap map, Function<CanonicalMap, GapReport> gapsOf) {
      this.map = map;
      this.relations = new Once<>(() -> Relations.of(map));
      this.search = new Once<>(() -> ConceptSearch.of(map));
      this.gaps = new Once<>(() -> gapsOf.apply(map));
      this.gapsByConcept =
          new Once<>(
              () -> gaps().findings().stream().collect(Collectors.groupingBy(Finding::concept)));
      this.active = new Once<>(() -> codesOf(map));
      this.fingerprint = new Once<>(() -> hashOf(map));
    }

    public CanonicalMap map() {
      return map;
    }

    public Relations relations() {
      return relations.get();
    }

    public ConceptSearch search() {
      return search.get();
    }

    public GapReport gaps() {
      return gaps.get();
    }

    /** The findings about a concept and its codes. */
    public List<Finding> gaps(String conceptCode) {
      return gapsByConcept.get().getOrDefault(conceptCode, List.of());
    }

    /** Whether a concept of the map is active rather than retired. */
    public boolean inForce(String conceptCode) {
      return active.get().contains(conceptCode);
    }

    /** Makes all of it now, for those who will ask. */
    public void makeAll() {
      search().makeIndex();
      relations();
      gapsByConcept.get();
      active.get();
      fingerprint();
    }

    /**
     * What somebody else works out from this map: made when it is first asked for, and gone with
     * the map.
     *
     * @param kind stands for it: one of a kind is kept
     */
    public <T> T kept(Class<T> kind, Function<View, T> make) {
      return kind.cast(kept.computeIfAbsent(kind, k -> new Once<>(() -> make.apply(this))).get());
    }

    /** Another one for other content, the site's own codes included; 32 hexadecimal digits. */
    public String fingerprint() {
      return fingerprint.get();
    }
  }

  private static Set<String> codesOf(CanonicalMap map) {
    return map.concepts().stream().map(Concept::code).collect(Collectors.toUnmodifiableSet());
  }

  private static String hashOf(CanonicalMap map) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(map.version().getBytes(StandardCharsets.UTF_8));
      for (Concept concept : map.concepts()) {
        digest.update(concept.code().getBytes(StandardCharsets.UTF_8));
        for (List<Code> codes : concept.codes().values()) {
          codes.forEach(code -> digest.update(code.toString().getBytes(StandardCharsets.UTF_8)));
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Made by the first who asks; the others of that moment wait for it. */
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> source;
    private T made;

    Once(Supplier<T> source) {
      this.source = source;
    }

    @Override
    public synchronized T get() {
      if (made == null) {
        made = source.get();
      }
      return made;
    }
  }
}
