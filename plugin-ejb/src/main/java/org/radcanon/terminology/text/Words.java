package org.radcanon.terminology.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a description into words: lower case, compatibility forms unified, punctuation away. Digits
 * are cut from letters ("1V", "2VW"), a capital after a small letter begins a word
 * ("ThoraxRoutine"), a Chinese character is a word of its own. Signs that say something stay: plus,
 * the dash of a range, comparison, contrast shorthand ("C+", "-C"), the caret of vendor forms. In a
 * Chinese description brackets hold what is done, not a remark.
 */
final class Words {

  private static final int PLURAL_MIN = 4;
  private static final List<String> EITHER = List.of("+/-", "+-", "-/+", "\u00b1");
  private static final Set<String> VIEWS = Set.of("v", "vw", "vws", "view", "views");

  private final String text;
  private final List<Word> words = new ArrayList<>(16);
  private final StringBuilder current = new StringBuilder(16);
  private boolean digits;
  private boolean joined;
  private int brackets;
  private final boolean chinese;

  private Words(String text) {
    this.text = text;
    this.chinese = isChinese(text);
  }

  /** Whether a text, or a word, has a Chinese character. */
  static boolean isChinese(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isIdeographic(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  static List<Word> of(String text) {
    return new Words(Folding.unified(text)).cut();
  }

  private List<Word> cut() {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isLetter(c)) {
        letter(c, at);
      } else if (Character.isDigit(c)) {
        digit(c);
      } else if (c != '\'') {
        at += sign(c, at);
      }
    }
    flush();
    return words;
  }

  private void letter(char c, int at) {
    if (Character.isIdeographic(c)) {
      flush();
      emit(String.valueOf(c));
      return;
    }
    boolean hump = at > 0 && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(at - 1));
    if (digits || hump) {
      boolean cut = current.length() > 0;
      flush();
      joined = cut;
    }
    current.append(Character.toLowerCase(c));
  }

  private void digit(char c) {
    if (!digits && current.length() > 0) {
      flush();
      joined = true;
    }
    digits = true;
    current.append(c);
  }

  /** Handles a character that is neither letter nor digit; returns how many more it took. */
  private int sign(char c, int at) {
    int either = either(at);
    if (either > 0) {
      open();
      return either - 1;
    }
    if (c == '+' || c == '-') {
      if (afterLoneC(at) && !wordAt(at + 1)) {
        current.append(c);
        flush();
        return 0;
      }
      if (!wordAt(at - 1) && isC(at + 1) && !wordAt(at + 2)) {
        flush();
        emit(c + "c");
        return 1;
      }
    }
    if (c == '+' && !wordAt(at + 1) && VIEWS.contains(current.toString())) {
      flush();
      emit("plus");
      return 0;
    }
    if (!digits && (c == '<' || c == '>') && at + 1 < text.length() && text.charAt(at + 1) == '=') {
      flush();
      emit(c == '<' ? "maximum" : "minimum");
      return 1;
    }
    if (c == '+' && digits) {
      current.append(c);
      flush();
      return 0;
    }
    boolean range = (c == '-' || c == '/') && digits && digitAt(at + 1);
    flush();
    joined = false;
    if (range) {
      emit("-");
    } else {
      plain(c);
    }
    return 0;
  }

  /** How many characters of "+/-", or of a minus behind "IV", stand here. */
  private int either(int at) {
    for (String sign : EITHER) {
      if (text.startsWith(sign, at)) {
        return sign.length();
      }
    }
    boolean minus = text.charAt(at) == '-' && !digits && current.toString().equals("iv");
    return minus && !wordAt(at + 1) && !text.startsWith(" c", at + 1) ? 1 : 0;
  }

  /** What stands before is said, or not: a word of its own says so. */
  private void open() {
    if (!digits && current.toString().equals("c")) {
      current.setLength(0);
      current.append("contrast");
    }
    flush();
    joined = false;
    emit("or");
  }

  private void plain(char c) {
    switch (c) {
      case '(', '[', '{' -> brackets += chinese ? 0 : 1;
      case ')', ']', '}' -> brackets = Math.max(0, brackets - 1);
      case '&' -> emit("and");
      case '\u2265' -> emit("minimum");
      case '\u2264' -> emit("maximum");
      case '+', '<', '>', '^' -> emit(String.valueOf(c));
      default -> {
        // separates words
      }
    }
  }

  private boolean afterLoneC(int at) {
    return !digits && current.length() == 1 && isC(at - 1);
  }

  private boolean isC(int at) {
    return at >= 0 && at < text.length() && (text.charAt(at) == 'c' || text.charAt(at) == 'C');
  }

  private boolean wordAt(int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  private boolean digitAt(int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  private void flush() {
    if (current.length() > 0) {
      String word = current.toString();
      current.setLength(0);
      emit(digits ? word : singular(word));
    }
    digits = false;
  }

  private void emit(String word) {
    words.add(new Word(word, joined, brackets > 0));
    joined = false;
  }

  private static String singular(String word) {
    boolean plural =
        word.length() >= PLURAL_MIN
            && word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is");
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}
