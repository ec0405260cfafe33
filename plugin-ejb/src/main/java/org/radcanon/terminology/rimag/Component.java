package org.radcanon.terminology.rimag;

import java.util.List;
import java.util.Set;

/**
 * An entry of one of the standard's component tables, with what it means.
 *
 * @param part which positions of a code it fills
 * @param modalities {@code CT}, {@code MR}, {@code XR}: where it may be used
 * @param code its characters
 * @param nameZh its name in the standard
 * @param nameEn its English name; the standard's for equipment and sites, else that of its values
 * @param path the headings above it, outermost first
 * @param device the modality value that it fixes; empty when it fixes none
 * @param values what it means, device apart; for sites and positions where nothing more special
 *     holds
 */
public record Component(
    Part part,
    Set<String> modalities,
    String code,
    String nameZh,
    String nameEn,
    List<String> path,
    String device,
    List<String> values) {

  public Component {
    modalities = Set.copyOf(modalities);
    path = List.copyOf(path);
    values = List.copyOf(values);
  }

  /** The parts of a code in their order. */
  public enum Part {
    EQUIPMENT(1, 2),
    SITE(3, 8),
    METHOD(9, 10),
    /** Post-processing in CT, position in X-ray. */
    DETAIL(11, 12),
    ADDITIONAL(13, 14);

    private final int first;
    private final int last;

    Part(int first, int last) {
      this.first = first;
      this.last = last;
    }

    /** The first position, counted from 1. */
    public int first() {
      return first;
    }

    /** The last position, counted from 1. */
    public int last() {
      return last;
    }
  }
}
