package org.radcanon.terminology.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Phrases by their words; finds the longest one that begins at a word. */
final class PhraseTree {

  /**
   * A phrase found in a text.
   *
   * @param length its number of words
   */
  record Found(int length, Meaning meaning) {}

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>(4);
    private final List<Meaning> meanings = new ArrayList<>(1);

    Optional<Meaning> meaning(Set<String> modality) {
      Meaning otherwise = null;
      for (Meaning meaning : meanings) {
        if (meaning.in(modality)) {
          return Optional.of(meaning);
        }
        otherwise = meaning.always() ? meaning : otherwise;
      }
      return Optional.ofNullable(otherwise);
    }
  }

  private final Node root = new Node();

  /** The meanings that a phrase has so far. */
  List<Meaning> meanings(List<String> words) {
    Node node = root;
    for (String word : words) {
      node = node.next.get(word);
      if (node == null) {
        return List.of();
      }
    }
    return List.copyOf(node.meanings);
  }

  void add(List<String> words, Meaning meaning) {
    Node node = root;
    for (String word : words) {
      node = node.next.computeIfAbsent(word, w -> new Node());
    }
    node.meanings.add(meaning);
  }

  Optional<Found> longest(List<Word> words, int from, Set<String> modality) {
    Node node = root;
    Meaning longest = null;
    int length = 0;
    for (int at = from; at < words.size(); at++) {
      node = node.next.get(words.get(at).text());
      if (node == null) {
        break;
      }
      Optional<Meaning> meaning = node.meaning(modality);
      if (meaning.isPresent()) {
        longest = meaning.get();
        length = at - from + 1;
      }
    }
    return longest == null ? Optional.empty() : Optional.of(new Found(length, longest));
  }

  /** What one word means, when it is a phrase. */
  Optional<Meaning> word(String word, Set<String> modality) {
    return Optional.ofNullable(root.next.get(word)).flatMap(node -> node.meaning(modality));
  }
}
