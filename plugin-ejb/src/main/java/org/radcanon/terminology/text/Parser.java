package org.radcanon.terminology.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.radcanon.terminology.text.Parsed.Doubt;

/**
 * Reads a description as a person of the department would: words into values, "with" and "without"
 * into contrast, numbers into views; what is negated, optional or one of several alternatives is
 * left out. Deterministic; safe for use by many threads.
 */
public final class Parser {

  private static final Set<String> PLACE = Set.of("REGION", "FOCUS");
  private static final Set<String> REMARK = Set.of("FOCUS", "REASON", "TECHNIQUE", "EXTENT");
  private static final String MODALITY = "MODALITY";
  private static final int PREFIX_MAX = 5;
  private static final Set<String> ALTERNATIVE = Set.of("VIEW", "MANOEUVRE");

  private final Lexicon lexicon;
  private final ViewCounts counts;

  public Parser(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.counts = new ViewCounts(lexicon.values());
  }

  /**
   * Reads a text.
   *
   * @param modality the modalities (RID) that the study may be: a phrase may mean something else in
   *     each
   */
  public Parsed parse(String text, Set<String> modality) {
    Lexer lexer = new Lexer(lexicon, Words.of(text), modality);
    Tokens tokens = new Tokens(lexer.tokens());
    if (!lexer.guessed().isEmpty()) {
      tokens.doubt(Doubt.WORD_GUESSED);
    }
    if (lexer.characterGuessed()) {
      tokens.doubt(Doubt.CHARACTER_GUESSED);
    }
    category(tokens);
    optional(tokens);
    new Negation(tokens).read();
    alternatives(tokens);
    remarks(tokens);
    if (new Procedures(tokens, lexer.chinese()).differ()) {
      tokens.doubt(Doubt.SEVERAL_PROCEDURES);
    }
    Set<String> symbols = new TreeSet<>();
    List<String> explained = new ArrayList<>();
    new ViewGrammar(tokens, counts)
        .read()
        .ifPresent(value -> say(symbols, explained, "number of views", value));
    new ContrastGrammar(tokens)
        .read()
        .ifPresent(value -> say(symbols, explained, "contrast words", value));
    Parsed parsed = collect(tokens, symbols, explained);
    return lexer.chinese() ? parsed.chinese() : parsed;
  }

  private void say(Set<String> symbols, List<String> explained, String words, String symbol) {
    symbols.add(symbol);
    explained.add(words + " = " + lexicon.label(symbol));
  }

  /**
   * Vendor forms: what stands before the caret is the group in the scanner's menu; it says the
   * region only where the rest does not.
   */
  private static void category(Tokens tokens) {
    int caret = -1;
    for (int at = 0; at < tokens.size(); at++) {
      caret = tokens.is(at, Marks.CARET) ? at : caret;
    }
    boolean placed = tokens.any(caret + 1, t -> PLACE.contains(t.attribute()));
    for (int at = 0; at < caret; at++) {
      Token token = tokens.get(at);
      if (token.isUnknown() || placed && PLACE.contains(token.attribute())) {
        tokens.drop(at);
      }
    }
  }

  /** "With pelvis when performed": back to the "with". */
  private static void optional(Tokens tokens) {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.is(at, Marks.OPTIONAL)) {
        int from = at - 1;
        while (from >= 0 && !joins(tokens.get(from))) {
          from--;
        }
        if (from >= 0) {
          tokens.drop(from, at);
        }
      }
    }
  }

  private static boolean joins(Token token) {
    return token.is(Marks.WITH) || token.is(Marks.AND) || token.is(Marks.BOTH);
  }

  /** "PA or AP", "cancer or nodule": neither is said. */
  private static void alternatives(Tokens tokens) {
    for (int at = 0; at < tokens.size(); at++) {
      if (!tokens.is(at, Marks.OR)) {
        continue;
      }
      int before = tokens.previous(at - 1);
      int after = tokens.next(at + 1);
      boolean same =
          tokens.matches(before, t -> ALTERNATIVE.contains(t.attribute()))
              && tokens.matches(after, t -> t.attribute().equals(tokens.get(before).attribute()));
      if (same) {
        tokens.doubt(Doubt.ALTERNATIVES);
        tokens.drop(before);
        tokens.drop(after);
      }
    }
  }

  /**
   * What stands in brackets beside a named place is the reason or the department's protocol, not
   * part of the procedure; nor is another modality than the one that stands outside of them.
   */
  private static void remarks(Tokens tokens) {
    boolean placed = tokens.any(0, t -> !t.bracketed() && PLACE.contains(t.attribute()));
    boolean named = tokens.any(0, t -> !t.bracketed() && t.attribute().equals(MODALITY));
    for (int at = 0; placed && at < tokens.size(); at++) {
      boolean another = named && tokens.matches(at, t -> t.attribute().equals(MODALITY));
      boolean remark = tokens.matches(at, t -> REMARK.contains(t.attribute()));
      if ((another || remark) && tokens.get(at).bracketed()) {
        tokens.doubt(Doubt.REMARK);
        tokens.drop(at);
      }
    }
  }

  /** Whether all that is not understood is a short word in front of the rest. */
  private static boolean prefixOnly(Tokens tokens) {
    int front = 0;
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.is(Marks.CARET)) {
        front = at + 1;
      } else if (tokens.stray(at)) {
        return false;
      } else if (tokens.matches(at, t -> t.isUnknown() && !t.lonely())
          && (at != front
              || token.words().length() > PREFIX_MAX
              || Words.isChinese(token.words()))) {
        return false;
      }
    }
    return true;
  }

  private Parsed collect(Tokens tokens, Set<String> symbols, List<String> explained) {
    Set<String> modalities = new TreeSet<>();
    List<String> unknown = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (tokens.gone(at) || Marks.GRAMMAR.contains(token.symbol())) {
        continue;
      }
      if (token.attribute().equals(MODALITY)) {
        modalities.add(token.symbol());
      } else if (!token.symbol().isEmpty()) {
        say(symbols, explained, token.words(), token.symbol());
      } else if (token.isUnknown() && !token.lonely() || tokens.stray(at)) {
        unknown.add(token.words());
      }
    }
    if (!unknown.isEmpty() && prefixOnly(tokens)) {
      tokens.doubt(Doubt.SENDER_PREFIX);
    }
    return new Parsed(modalities, symbols, unknown, explained, tokens.doubts());
  }
}
