package org.radcanon.terminology.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.text.PhraseTree.Found;

/** From words to tokens: the longest phrase of the lexicon first, from left to right. */
final class Lexer {

  private static final int NUMBER_MAX_DIGITS = 2;
  private static final int PART_MIN = 3;
  private static final int LONELY_MAX = 2;

  private final Lexicon lexicon;
  private final List<Word> words;
  private final Set<String> modality;
  private final List<Token> tokens = new ArrayList<>(16);
  private final Set<String> guessed = new HashSet<>(2);
  private final boolean chinese;
  private boolean slipped;

  Lexer(Lexicon lexicon, List<Word> words, Set<String> modality) {
    this.lexicon = lexicon;
    this.words = words.stream().map(this::mended).toList();
    this.modality = modality;
    this.chinese = words.stream().anyMatch(word -> Words.isChinese(word.text()));
  }

  /**
   * A slip of a finger is mended first, so that a phrase of several words is found all the same.
   */
  private Word mended(Word word) {
    Optional<String> meant = lexicon.mended(word.text());
    meant.ifPresent(guessed::add);
    return meant.map(text -> new Word(text, word.joined(), word.bracketed())).orElse(word);
  }

  List<Token> tokens() {
    int at = 0;
    while (at < words.size()) {
      Optional<Found> found = phrase(at);
      int length = found.map(Found::length).orElse(1);
      if (found.isPresent()) {
        add(found.get().meaning(), text(at, length), words.get(at).bracketed());
      } else {
        length = single(at);
      }
      at += length;
    }
    return tokens;
  }

  /** Whether the text has Chinese characters. */
  boolean chinese() {
    return chinese;
  }

  /** Whether a Chinese phrase was understood in spite of a wrong character. */
  boolean characterGuessed() {
    return slipped;
  }

  /** Words that were understood only after being cut in two or completed. */
  Set<String> guessed() {
    return guessed;
  }

  /** A letter joined to a number ("L4", "C4A") is no word by itself. */
  private Optional<Found> phrase(int at) {
    Optional<Found> found = lexicon.longest(words, at, modality, chinese);
    return found.filter(f -> f.length() > 1 || !partOfCode(at));
  }

  private boolean partOfCode(int at) {
    Word word = words.get(at);
    if (word.text().length() > 1 || word.number()) {
      return false;
    }
    boolean before = word.joined() && words.get(at - 1).number() && !word.text().equals("v");
    boolean after = at + 1 < words.size() && words.get(at + 1).joined();
    return before || after;
  }

  /** One word, or all Chinese characters in a row that nothing explains; returns how many. */
  private int single(int at) {
    Word word = words.get(at);
    String text = word.text();
    String sign = Marks.SIGNS.get(text);
    if (sign != null) {
      tokens.add(Token.symbol(sign, "", text, word.bracketed()));
    } else if (word.number()) {
      number(text);
    } else if (Words.isChinese(text)) {
      return slipped(at);
    } else {
      unknown(at, word);
    }
    return 1;
  }

  private int slipped(int at) {
    Optional<Found> meant = lexicon.slipped(words, at, modality);
    if (meant.isEmpty()) {
      return unknownChinese(at);
    }
    slipped = true;
    add(meant.get().meaning(), text(at, meant.get().length()), words.get(at).bracketed());
    return meant.get().length();
  }

  private int unknownChinese(int from) {
    StringBuilder text = new StringBuilder();
    int at = from;
    while (at < words.size()
        && Words.isChinese(words.get(at).text())
        && (at == from || phrase(at).isEmpty() && lexicon.slipped(words, at, modality).isEmpty())) {
      text.append(words.get(at).text());
      at++;
    }
    tokens.add(Token.unknown(text.toString(), false));
    return at - from;
  }

  private void number(String text) {
    boolean open = text.endsWith("+");
    String digits = open ? text.substring(0, text.length() - 1) : text;
    if (digits.length() <= NUMBER_MAX_DIGITS) {
      tokens.add(Token.number(Integer.parseInt(digits), open, text));
    }
  }

  private void unknown(int at, Word word) {
    boolean last = at + 1 == words.size();
    Optional<Meaning> meant = last ? lexicon.completed(word.text(), modality) : Optional.empty();
    if (meant.isEmpty()) {
      meant = lexicon.misspelled(word.text(), modality);
    }
    if (meant.isPresent()) {
      guessed.add(word.text());
      add(meant.get(), word.text(), word.bracketed());
    } else if (!inTwo(word)) {
      boolean lonely =
          word.text().length() == 1 || word.bracketed() && word.text().length() <= LONELY_MAX;
      tokens.add(Token.unknown(word.text(), lonely));
    }
  }

  /** "viewonly", "thoraxroutine": two words of the lexicon, the first as long as may be. */
  private boolean inTwo(Word word) {
    String text = word.text();
    for (int cut = text.length() - PART_MIN; cut >= PART_MIN; cut--) {
      Optional<Found> first = part(text.substring(0, cut));
      Optional<Found> second = first.isPresent() ? part(text.substring(cut)) : Optional.empty();
      if (second.isPresent()) {
        guessed.add(text);
        add(first.get().meaning(), text.substring(0, cut), word.bracketed());
        add(second.get().meaning(), text.substring(cut), word.bracketed());
        return true;
      }
    }
    return false;
  }

  private Optional<Found> part(String text) {
    return lexicon.longest(List.of(new Word(text, false, false)), 0, modality, chinese);
  }

  private void add(Meaning meaning, String text, boolean bracketed) {
    for (String symbol : meaning.symbols()) {
      tokens.add(token(symbol, text, bracketed));
    }
  }

  /** A number written as a word stands in the lexicon as a mark: {@code @2}. */
  private Token token(String symbol, String text, boolean bracketed) {
    if (Marks.isMark(symbol) && Character.isDigit(symbol.charAt(1))) {
      return Token.number(Integer.parseInt(symbol.substring(1)), false, text);
    }
    String attribute = Marks.isMark(symbol) ? "" : lexicon.attribute(symbol);
    return Token.symbol(symbol, attribute, text, bracketed);
  }

  private String text(int at, int length) {
    if (length == 1) {
      return words.get(at).text();
    }
    StringBuilder text = new StringBuilder(32);
    for (Word word : words.subList(at, at + length)) {
      text.append(text.length() > 0 ? " " : "").append(word.text());
    }
    return text.toString();
  }
}
