package org.radcanon.terminology.text;

import java.util.Map;
import java.util.Set;

/**
 * Words that are no value but say how to read the others. In the lexicon they begin with an at
 * sign. Any other mark is a topic: the parser hands it on, and a policy may turn it into values.
 */
public final class Marks {

  /** Says nothing about the procedure: a department, a dose setting, a price. */
  static final String NOISE = "@noise";

  static final String WITH = "@with";
  static final String WITHOUT = "@without";
  static final String BOTH = "@both";
  static final String CONTRAST = "@contrast";
  static final String IV = "@iv";
  static final String AND = "@and";
  static final String OR = "@or";
  static final String NOT = "@not";

  /** What stands before it, back to "with", may be left out of the procedure. */
  static final String OPTIONAL = "@optional";

  static final String VIEW = "@view";
  static final String AT_LEAST = "@at-least";
  static final String AT_MOST = "@at-most";
  static final String LESS_THAN = "@less-than";
  static final String MORE_THAN = "@more-than";
  static final String RANGE = "@range";
  static final String CARET = "@caret";

  /** The text has Chinese characters: other departments, other policies. */
  public static final String CHINESE = "@zh";

  /** Contrast, and nothing said of its route. */
  public static final String SOME_CONTRAST = "@some-contrast";

  public static final String NO_CONTRAST = "@no-contrast";
  public static final String NO_THEN_SOME_CONTRAST = "@no-then-some-contrast";

  /** More view names than views: which of them were taken is not said. */
  public static final String ANY_VIEW = "@any-view";

  static final Set<String> GRAMMAR =
      Set.of(
          NOISE, WITH, WITHOUT, BOTH, CONTRAST, IV, AND, OR, NOT, OPTIONAL, VIEW, AT_LEAST, AT_MOST,
          LESS_THAN, MORE_THAN, RANGE, CARET);

  /** Signs that the words cutter leaves. */
  static final Map<String, String> SIGNS =
      Map.of("^", CARET, "-", RANGE, "+", AND, "<", LESS_THAN, ">", MORE_THAN);

  private Marks() {}

  public static boolean isMark(String symbol) {
    return symbol.charAt(0) == '@';
  }
}
