package org.radcanon.terminology.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A description after normalisation.
 *
 * @param modalities the modalities (RID) that its modality word may mean; empty where it names none
 * @param words its other words in their order
 * @param bag the same words sorted and joined: equal for texts that differ in word order only
 */
public record NormalText(Set<String> modalities, List<String> words, String bag) {

  public NormalText {
    modalities = Set.copyOf(modalities);
    words = List.copyOf(words);
  }

  /** The words in order, joined. */
  public String sequence() {
    return String.join(" ", words);
  }

  /** The first word of some that stands in this text. */
  public Optional<String> firstOf(Set<String> some) {
    return words.stream().filter(some::contains).findFirst();
  }
}
