package org.radcanon.studies.send;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Storage SCP and how we introduce ourselves (PS3.8 9.3.2).
 *
 * @param called its AE title
 * @param calling ours
 */
public record Peer(String host, int port, String called, String calling) {

  private static final Pattern ADDRESS = Pattern.compile("([^:\\s]+):([0-9]{1,5})");

  /**
   * From {@code HOST:PORT}.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static Peer of(String address, String called, String calling) {
    Matcher matcher = ADDRESS.matcher(address.trim());
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65535) {
      throw new IllegalArgumentException(
          "a C-STORE address is HOST:PORT, such as localhost:11112, not " + address);
    }
    return new Peer(
        matcher.group(1), Integer.parseInt(matcher.group(2)), title(called), title(calling));
  }

  private static String title(String title) {
    if (title.isBlank() || title.length() > 16) {
      throw new IllegalArgumentException("an AE title has 1 to 16 characters, not: " + title);
    }
    return title;
  }
}
