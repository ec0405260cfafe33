package org.radcanon.web.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML with every text and every attribute value escaped; there is no way to write markup
 * but by element. Names of elements and attributes are literals of the caller.
 */
public final class Html {
  private static final Set<String> WITHIN_A_LINE = Set.of("a", "code", "span", "strong");

  private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes name, value, name, value
   */
  public Html open(String element, String... attributes) {
    tag(element, attributes);
    open.push(element);
    return this;
  }

  /** Closes the element opened last; within a line no blank comes between it and what follows. */
  public Html close() {
    String element = open.pop();
    out.append("</").append(element).append(WITHIN_A_LINE.contains(element) ? ">" : ">\n");
    return this;
  }

  /** An element that has no content, such as {@code input}. */
  public Html empty(String element, String... attributes) {
    tag(element, attributes);
    out.append('\n');
    return this;
  }

  /** An element with a text. */
  public Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  public Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(printable(c) ? c : '\uFFFD');
      }
    }
    return this;
  }

  /** The page; all elements must be closed. */
  public String page() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }

  /** Control characters are not part of HTML; neither are they of any use to a reader. */
  private static boolean printable(char c) {
    return c >= ' ' ? c != 0x7F : c == '\n' || c == '\t';
  }

  private void tag(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      text(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
  }
}
