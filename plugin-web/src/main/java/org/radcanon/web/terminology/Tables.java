package org.radcanon.web.terminology;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.radcanon.web.page.Html;

/**
 * Tables that a narrow screen can show: those of class {@code stack} become one card a row there,
 * each cell under its column's name; all others scroll sideways, by keyboard too.
 */
final class Tables {
  static final SortedSet<String> NOTHING = Collections.unmodifiableSortedSet(new TreeSet<>());

  private Tables() {}

  /** Opens a table up to its first row. */
  static void open(Html html, String kind, String... columns) {
    if (kind.startsWith("stack")) {
      html.open("div", "class", kind);
    } else {
      html.open("div", "class", kind, "tabindex", "0", "role", "region", "aria-label", "Table");
    }
    html.open("table").open("thead").open("tr");
    for (String column : columns) {
      html.element("th", column, "scope", "col");
    }
    html.close().close().open("tbody");
  }

  static void close(Html html) {
    html.close().close().close();
  }

  /** Opens a cell that knows its column's name. */
  static Html open(Html html, String column) {
    return html.open("td", "data-column", column);
  }

  static void cell(Html html, String column, String text) {
    open(html, column).text(text).close();
  }

  static void number(Html html, String column, long number) {
    html.element("td", Pager.count(number), "data-column", column, "class", "number");
  }

  /** An entry of a selection, chosen when it has the value given. */
  static void option(Html html, String text, String value, String chosen) {
    if (value.equals(chosen)) {
      html.element("option", text, "value", value, "selected", "selected");
    } else {
      html.element("option", text, "value", value);
    }
  }
}
