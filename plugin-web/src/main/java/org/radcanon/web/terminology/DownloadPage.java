package org.radcanon.web.terminology;

import java.util.Optional;
import org.radcanon.web.page.Html;

/** The list of what can be downloaded. */
record DownloadPage(Frame frame) {

  String render() {
    return frame.page("Download", Optional.of(Frame.Section.DOWNLOAD), this::main);
  }

  private void main(Html html) {
    html.element("h1", "Download").open("p");
    html.text("CSV (RFC 4180), UTF-8, with a header row. What the columns hold, and whose the ");
    html.text("content is, says ").element("a", "README.txt", "href", path("README.txt"));
    html.text("; keep it with the tables.").close();
    Tables.open(html, "stack", "Table", "Content");
    for (Download table : Download.values()) {
      row(html, table.file() + ".csv", path(table.file() + ".csv"), table.description());
    }
    Tables.close(html);
  }

  private static void row(Html html, String file, String href, String description) {
    html.open("tr").open("th", "scope", "row");
    html.element("a", file, "href", href, "download", "").close();
    Tables.cell(html, "Content", description);
    html.close();
  }

  private String path(String file) {
    return frame.links().page(DownloadResource.PATH + "/" + file);
  }
}
