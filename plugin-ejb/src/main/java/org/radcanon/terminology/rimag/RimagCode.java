package org.radcanon.terminology.rimag;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code taken apart by position, whether or not its parts exist.
 *
 * <pre>
 * 1-2 equipment   3-8 site   9-10 scan method   11-12 post-processing (CT) or position (X-ray)
 * 13-14 additional   then, optionally, - and what an institution appends
 * </pre>
 *
 * @param detail positions 11-12
 * @param extension what an institution appended, without the hyphen
 */
public record RimagCode(
    String equipment,
    String site,
    String method,
    String detail,
    String additional,
    Optional<String> extension) {

  /** The length of a code without extension. */
  public static final int LENGTH = 14;

  /** What stands where nothing is said. */
  public static final String NONE = "00";

  private static final Pattern SHAPE =
      Pattern.compile(
          "([0-9A-Za-z]{2})([0-9A-Za-z]{6})([0-9A-Za-z]{2})([0-9A-Za-z]{2})([0-9A-Za-z]{2})"
              + "(?:-([0-9A-Za-z]+))?");

  /** Takes a code apart; empty when length or characters are wrong. */
  public static Optional<RimagCode> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new RimagCode(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3),
                matcher.group(4),
                matcher.group(5),
                Optional.ofNullable(matcher.group(6))))
        : Optional.empty();
  }

  /** The 14 characters. */
  public String base() {
    return equipment + site + method + detail + additional;
  }

  @Override
  public String toString() {
    return base() + extension.map(x -> "-" + x).orElse("");
  }
}
