package org.radcanon.web.terminology;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.radcanon.web.page.Html;

/** What is not there, and where to look for it. */
record MissingPage(Links links, String what, String words) {

  static Response answer(Frame frame, String what, String words) {
    MissingPage page = new MissingPage(frame.links(), what, words);
    return Response.status(Response.Status.NOT_FOUND)
        .entity(frame.page("Not found", Optional.empty(), page::main))
        .build();
  }

  private void main(Html html) {
    html.element("h1", "Not found").element("p", what);
    String href = links.page(ConceptResource.PATH) + Links.query("q", words);
    html.open("p").element("a", "Search for \u201C" + words + "\u201D", "href", href).close();
  }
}
