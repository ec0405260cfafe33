package org.radcanon.web.terminology;

import java.util.Optional;
import java.util.function.Consumer;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.web.page.Html;

/** What all pages of the map share: head, header with search, footer with the schemes' notices. */
record Frame(View view, Links links) {

  /** The entries of the header's navigation. */
  enum Section {
    SEARCH("Procedures", ConceptResource.PATH),
    BROWSE("Browse", BrowseResource.PATH),
    SCHEMES("Schemes", SchemeResource.PATH),
    GAPS("Gap report", GapResource.PATH),
    DOWNLOAD("Download", DownloadResource.PATH);

    private final String label;
    private final String path;

    Section(String label, String path) {
      this.label = label;
      this.path = path;
    }
  }

  /**
   * @param current the entry that the page belongs to; empty for a page below them
   */
  String page(String title, Optional<Section> current, Consumer<Html> main) {
    Html html = new Html();
    html.open("html", "lang", "en").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", title + " · radcanon");
    html.empty("link", "rel", "stylesheet", "href", links.root() + "style.css");
    html.empty("link", "rel", "stylesheet", "href", links.page("map.css"));
    html.element("script", "", "src", links.page("map.js"), "defer", "defer");
    html.close().open("body", "class", "map");
    html.element("a", "Skip to content", "href", "#main", "class", "skip");
    header(html, current);
    html.open("main", "id", "main");
    main.accept(html);
    html.close();
    footer(html);
    return html.close().close().page();
  }

  private void header(Html html, Optional<Section> current) {
    html.open("header").element("a", "radcanon", "href", links.root(), "class", "brand");
    html.open("nav", "aria-label", "Canonical map");
    for (Section section : Section.values()) {
      String href = links.page(section.path);
      if (current.filter(section::equals).isPresent()) {
        html.element("a", section.label, "href", href, "aria-current", "page");
      } else {
        html.element("a", section.label, "href", href);
      }
    }
    html.element("a", "Cases", "href", links.root()).close();
    if (current.filter(Section.SEARCH::equals).isEmpty()) {
      search(html);
    }
    html.close();
  }

  private void search(Html html) {
    String action = links.page(ConceptResource.PATH);
    html.open("form", "action", action, "role", "search", "class", "find");
    html.empty(
        "input",
        "type",
        "search",
        "name",
        "q",
        "size",
        "18",
        "aria-label",
        "Search names and codes",
        "placeholder",
        "Name or code");
    html.element("button", "Search", "type", "submit").close();
  }

  private void footer(Html html) {
    html.open("footer").open("p").text("Canonical map " + view.map().version()).close();
    for (CodingScheme scheme : view.map().schemes()) {
      if (!scheme.notice().isEmpty()) {
        html.element("p", scheme.notice(), "class", "notice-line");
      }
    }
    html.close();
  }
}
