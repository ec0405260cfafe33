package org.radcanon.web.terminology;

import org.radcanon.terminology.Rank;
import org.radcanon.web.page.Html;

/** What a scheme thinks of its code, behind the code. */
final class RankBadge {

  private RankBadge() {}

  static void of(Html html, Rank rank) {
    switch (rank) {
      case CORE -> html.text(" ").element("span", "core", "class", "badge good");
      case SUPERSEDED -> html.text(" ").element("span", "deprecated", "class", "badge bad");
      case NORMAL -> {}
    }
  }
}
