package org.radcanon.terminology.text;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.radcanon.terminology.text.Parsed.Doubt;

/**
 * What a text says about contrast: "w/o", "with and without IV contrast", "+ cont", and a bare
 * "with" at the end of a name. Whether the route is stated is kept: a policy decides what contrast
 * without a route means beside arthrography.
 */
final class ContrastGrammar {

  private static final String WITH_IV = "RID28769";
  private static final String WITHOUT_IV = "RID28768";
  private static final String WITHOUT_THEN_WITH_IV = "RID28771";
  private static final int NAME_MIN = 4;
  private static final Set<String> RUN =
      Set.of(Marks.WITH, Marks.WITHOUT, Marks.BOTH, Marks.CONTRAST, Marks.IV, Marks.AND, Marks.OR);
  private static final Set<String> STATEMENT =
      Set.of(Marks.WITH, Marks.WITHOUT, Marks.BOTH, Marks.CONTRAST, Marks.IV);

  private final Tokens tokens;

  /** What a study is not done "with". */
  private static final Set<String> APART = Set.of("LATERALITY", "POPULATION");

  /** What "with" joins: "abdomen w MRCP". */
  private static final Set<String> JOINED =
      Set.of("REGION", "FOCUS", "VIEW", "TECHNIQUE", "MODALITY", "MODALITY_SUBTYPE");

  private static final Set<String> PLACE = Set.of("REGION", "FOCUS");
  private static final Set<String> LEFT_OUT = Set.of("REGION", "FOCUS", "MODALITY_SUBTYPE");
  private static final String ONLY = "only";

  private final Set<String> said = new TreeSet<>();
  private int read = -1;
  private boolean intravenous;

  ContrastGrammar(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Takes every statement about contrast away and returns what they come to, if there is one. */
  Optional<String> read() {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.matches(at, t -> STATEMENT.contains(t.symbol()))) {
        at = statement(at) - 1;
      }
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(routed(joined()));
  }

  /** Reads the run of contrast words that begins here; returns where it ends. */
  private int statement(int from) {
    int end = from;
    while (end < tokens.size() && inRun(end)) {
      end++;
    }
    while (!tokens.matches(end - 1, t -> STATEMENT.contains(t.symbol()))) {
      end--;
    }
    Run run = new Run(from, end);
    if (run.bare() && !binds(run)) {
      tokens.drop(from, end);
      return end;
    }
    if (ofItsOwn(run)) {
      tokens.doubt(Doubt.SEVERAL_PROCEDURES);
    }
    read = end;
    run.says().ifPresent(said::add);
    intravenous |= run.has(Marks.IV);
    tokens.drop(from, end);
    return end;
  }

  /** "Head WO, chest WO": each place has a statement of its own, two procedures in one name. */
  private boolean ofItsOwn(Run run) {
    return read > 0 && placeAmong(read, run.from) && placeAmong(0, read);
  }

  private boolean placeAmong(int from, int end) {
    for (int at = from; at < end; at++) {
      if (tokens.matches(at, t -> PLACE.contains(t.attribute()))) {
        return true;
      }
    }
    return false;
  }

  private boolean inRun(int at) {
    return tokens.gone(at) || tokens.is(at, Marks.NOISE) || RUN.contains(tokens.get(at).symbol());
  }

  /** Whether "with" or "without" nothing is about contrast, or joins what follows. */
  private boolean binds(Run run) {
    int next = tokens.next(run.end);
    boolean letter = tokens.get(run.from).words().length() == 1;
    if (!tokens.matches(next, Token::isValue)) {
      boolean name = tokens.matches(next, t -> t.isUnknown() && t.words().length() >= NAME_MIN);
      return letter || !name || run.has(Marks.WITHOUT) || run.has(Marks.BOTH);
    }
    Token value = tokens.get(next);
    if (leavesOut(run, next)) {
      return false;
    }
    if (value.attribute().equals("CONTRAST")) {
      if (run.has(Marks.WITHOUT)) {
        tokens.drop(next);
      }
      return false;
    }
    if (APART.contains(value.attribute()) || run.has(Marks.WITHOUT) || run.has(Marks.BOTH)) {
      return true;
    }
    boolean joins = JOINED.contains(value.attribute());
    return letter && (!joins || tokens.any(next, t -> STATEMENT.contains(t.symbol())));
  }

  /**
   * "Abdomen without pelvis": a place or a kind of examination that is not done, unless more is
   * said of contrast behind it. Whether that, or contrast, is meant is open; the place is left out.
   */
  private boolean leavesOut(Run run, int next) {
    boolean without = run.has(Marks.WITHOUT) && !run.has(Marks.WITH);
    int what = tokens.get(next).attribute().equals("MODALITY") ? partner(next) : next;
    if (!without || !leftOut(what) || !placeAmong(0, run.from)) {
      return false;
    }
    if (tokens.any(next, t -> STATEMENT.contains(t.symbol()))) {
      return false;
    }
    tokens.doubt(Doubt.CONTRAST_UNSURE);
    for (int at = what; leftOut(at); at = tokens.next(at + 1)) {
      tokens.drop(at);
    }
    return true;
  }

  /** "MRCP": the value of the same word as the modality. */
  private int partner(int modality) {
    int next = tokens.next(modality + 1);
    String word = tokens.get(modality).words();
    return tokens.matches(next, t -> t.words().equals(word)) ? next : tokens.size();
  }

  private boolean leftOut(int at) {
    return tokens.matches(at, t -> LEFT_OUT.contains(t.attribute()));
  }

  private String joined() {
    if (said.size() > 1) {
      tokens.doubt(Doubt.CONTRAST_UNSURE);
      return Marks.NO_THEN_SOME_CONTRAST;
    }
    return said.iterator().next();
  }

  private String routed(String contrast) {
    if (!intravenous) {
      return contrast;
    }
    return switch (contrast) {
      case Marks.SOME_CONTRAST -> WITH_IV;
      case Marks.NO_CONTRAST -> WITHOUT_IV;
      default -> WITHOUT_THEN_WITH_IV;
    };
  }

  /** A run of contrast words. */
  private final class Run {
    private final int from;
    private final int end;

    Run(int from, int end) {
      this.from = from;
      this.end = end;
    }

    boolean has(String mark) {
      return after(from, mark);
    }

    private boolean after(int place, String mark) {
      for (int at = place; at < end; at++) {
        if (tokens.is(at, mark)) {
          return true;
        }
      }
      return false;
    }

    /**
     * "With contrast without contrast" contradicts itself, "with and without contrast" does not.
     */
    private long contrasts() {
      return IntStream.range(from, end).filter(at -> tokens.is(at, Marks.CONTRAST)).count();
    }

    /** "Without, with contrast only" contradicts itself. */
    private boolean only() {
      int after = Math.min(end + 1, tokens.size());
      return IntStream.range(from, after).anyMatch(at -> tokens.get(at).words().equals(ONLY));
    }

    /** "Native and contrast": contrast is named on both sides of the "and", "without" before it. */
    private boolean added() {
      int and = from;
      while (and < end && !tokens.is(and, Marks.AND)) {
        and++;
      }
      boolean before = IntStream.range(from, and).anyMatch(at -> tokens.is(at, Marks.CONTRAST));
      return before && after(and, Marks.CONTRAST) && !after(and, Marks.WITHOUT);
    }

    boolean bare() {
      return !has(Marks.CONTRAST) && !has(Marks.IV);
    }

    Optional<String> says() {
      if (has(Marks.OR)) {
        return alternatives();
      }
      if (tokens.is(from - 1, Marks.OR) || tokens.is(end, Marks.OR)) {
        tokens.doubt(Doubt.CONTRAST_UNSURE);
        return Optional.empty();
      }
      boolean with = has(Marks.WITH) || has(Marks.WITHOUT) && added();
      boolean without = has(Marks.WITHOUT) || tokens.is(from - 1, Marks.NOT);
      if (has(Marks.BOTH) || with && without) {
        boolean twice = !has(Marks.BOTH) && !has(Marks.AND) && contrasts() > 1;
        if (twice || only()) {
          tokens.doubt(Doubt.CONTRAST_UNSURE);
        }
        return Optional.of(Marks.NO_THEN_SOME_CONTRAST);
      }
      if (!with && !without) {
        tokens.doubt(Doubt.CONTRAST_IMPLIED);
      }
      return Optional.of(without ? Marks.NO_CONTRAST : Marks.SOME_CONTRAST);
    }

    /** "With or without" says nothing; "with, or with and without" leaves one open. */
    private Optional<String> alternatives() {
      tokens.doubt(Doubt.CONTRAST_UNSURE);
      int or = from;
      while (!tokens.is(or, Marks.OR)) {
        or++;
      }
      boolean both = after(or, Marks.BOTH) || after(or, Marks.WITH) && after(or, Marks.WITHOUT);
      return both ? Optional.of(Marks.NO_THEN_SOME_CONTRAST) : Optional.empty();
    }
  }
}
