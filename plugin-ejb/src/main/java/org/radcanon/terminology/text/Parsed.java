package org.radcanon.terminology.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a text says.
 *
 * @param modalities the modalities (RID) that its words name
 * @param symbols value ids and marks for the policies, without modalities
 * @param unknown words that nothing explains
 * @param explained which words gave what, one short phrase each
 * @param doubts where the reading had to choose; each lowers the confidence
 */
public record Parsed(
    Set<String> modalities,
    Set<String> symbols,
    List<String> unknown,
    List<String> explained,
    Set<Doubt> doubts) {

  /** Why a reading is less certain than its words. */
  public enum Doubt {
    /** A word was cut in two, or completed, to be understood. */
    WORD_GUESSED("a word was guessed"),
    /** A Chinese phrase has a wrong character. */
    CHARACTER_GUESSED("a character was taken for another"),
    /** "Contrast" without with or without, or a route alone. */
    CONTRAST_IMPLIED("contrast is named, not whether with or without"),
    /** "With or without", or two statements that differ. */
    CONTRAST_UNSURE("with or without contrast, or one statement about it against another"),
    /** "Head without, neck with": two procedures in one name. */
    SEVERAL_PROCEDURES("two procedures in one name"),
    /** Left, or right, and bilateral, or both sides. */
    SIDES_DIFFER("one side, and another or both"),
    /** "No pelvis hips": what "no" is about is open; a side that is denied. */
    NEGATION_UNSURE("what is denied is not certain"),
    /** Two numbers of views, or one that no value says. */
    VIEWS_UNSURE("two numbers of views, or one that no procedure has"),
    /** Alternatives ("PA or AP"), left out. */
    ALTERNATIVES("alternatives left out"),
    /** A remark in brackets ("(trauma)"), left out. */
    REMARK("a remark in brackets left out"),
    /** All that is not understood is a short word in front, as departments and sites put it. */
    SENDER_PREFIX("a short word in front left out");

    private final String words;

    Doubt(String words) {
      this.words = words;
    }

    /** For the line of evidence. */
    public String words() {
      return words;
    }
  }

  public Parsed {
    modalities = Set.copyOf(modalities);
    symbols = Set.copyOf(symbols);
    unknown = List.copyOf(unknown);
    explained = List.copyOf(explained);
    doubts = Set.copyOf(doubts);
  }

  /** The same, marked as read from Chinese. */
  Parsed chinese() {
    Set<String> marked = new HashSet<>(symbols);
    marked.add(Marks.CHINESE);
    return new Parsed(modalities, marked, unknown, explained, doubts);
  }

  /** Nothing but, at most, a modality. */
  public boolean empty() {
    return symbols.isEmpty() || symbols.equals(Set.of(Marks.CHINESE));
  }
}
