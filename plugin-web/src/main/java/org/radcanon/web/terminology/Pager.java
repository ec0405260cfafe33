package org.radcanon.web.terminology;

import java.util.Locale;
import java.util.function.IntFunction;
import org.radcanon.web.page.Html;
import org.radcanon.web.page.Paging;

/**
 * Which part of a list a page shows, and the way to the other parts.
 *
 * @param total how long the whole list is
 */
record Pager(Paging paging, int total) {

  /** "26–50 of 4,448", with links to the neighbouring pages. */
  void render(Html html, IntFunction<String> hrefOfOffset) {
    if (total <= paging.limit() && paging.offset() == 0) {
      return;
    }
    html.open("nav", "class", "pages", "aria-label", "Pages");
    html.element("span", range());
    if (paging.offset() > 0) {
      html.element("a", "First", "href", hrefOfOffset.apply(0));
      int before = Math.max(0, paging.offset() - paging.limit());
      html.element("a", "Previous", "href", hrefOfOffset.apply(before), "rel", "prev");
    }
    if (paging.offset() + (long) paging.limit() < total) {
      int next = paging.offset() + paging.limit();
      html.element("a", "Next", "href", hrefOfOffset.apply(next), "rel", "next");
      html.element("a", "Last", "href", hrefOfOffset.apply(last()));
    }
    html.close();
  }

  private int last() {
    return paging.offset() % paging.limit()
        + (total - 1 - paging.offset() % paging.limit()) / paging.limit() * paging.limit();
  }

  private String range() {
    int from = Math.min(paging.offset() + 1, total);
    int to = (int) Math.min(paging.offset() + (long) paging.limit(), total);
    return count(from) + "\u2013" + count(to) + " of " + count(total);
  }

  /** A number as people read it. */
  static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
