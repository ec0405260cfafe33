package org.radcanon.web.terminology;

import java.util.List;
import java.util.Optional;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.NotCanonicalised;
import org.radcanon.web.page.Html;
import org.radcanon.web.page.Paging;
import org.radcanon.web.terminology.SchemeCodes.Entry;

/** One scheme: what it is, under which terms, and its codes. */
record SchemePage(Frame frame, CodingScheme scheme, boolean without, Paging paging) {

  String render() {
    return frame.page(scheme.name(), Optional.of(Frame.Section.SCHEMES), this::main);
  }

  private void main(Html html) {
    SchemeCodes codes = SchemeCodes.of(frame.view().map(), scheme.designator());
    html.element("h1", scheme.name());
    html.open("dl");
    row(html, "Designator", scheme.designator() + (scheme.registered() ? "" : " (private)"));
    row(html, "Version", scheme.version());
    row(html, "Organization", scheme.organization());
    scheme.uid().ifPresent(uid -> row(html, "UID", uid));
    row(html, "FHIR system", scheme.fhirSystem());
    html.close();
    if (!scheme.notice().isEmpty()) {
      html.element("p", scheme.notice(), "class", "notice-line");
    }
    tabs(html, codes);
    if (without) {
      without(html, codes.without());
    } else {
      mapped(html, codes.mapped());
    }
  }

  private static void row(Html html, String term, String description) {
    if (!description.isEmpty()) {
      html.element("dt", term).element("dd", description);
    }
  }

  private void tabs(Html html, SchemeCodes codes) {
    html.open("nav", "class", "tabs", "aria-label", "Codes");
    tab(
        html,
        Pager.count(codes.mapped().size())
            + " codes of "
            + Pager.count(codes.concepts())
            + " procedures",
        "?",
        !without);
    tab(html, Pager.count(codes.without().size()) + " without procedure", "?without=true", without);
    html.close();
  }

  private static void tab(Html html, String label, String href, boolean current) {
    if (current) {
      html.element("a", label, "href", href, "aria-current", "page");
    } else {
      html.element("a", label, "href", href);
    }
  }

  private void mapped(Html html, List<Entry> codes) {
    Tables.open(html, "stack", "Code", "Code Meaning", "Procedure");
    codes.stream().skip(paging.offset()).limit(paging.limit()).forEach(e -> entry(html, e));
    Tables.close(html);
    new Pager(paging, codes.size()).render(html, this::href);
  }

  private void entry(Html html, Entry entry) {
    html.open("tr");
    html.open("th", "scope", "row").element("span", entry.code().value(), "class", "code").close();
    Tables.open(html, "Code Meaning");
    Text.of(html, "span", entry.code().meaning());
    html.close();
    Tables.open(html, "Procedure");
    String href = frame.links().concept(entry.concept().code());
    html.element("a", entry.concept().name(), "href", href).close().close();
  }

  private void without(Html html, List<NotCanonicalised> codes) {
    Tables.open(html, "stack", "Code", "Name", "Not understood");
    codes.stream().skip(paging.offset()).limit(paging.limit()).forEach(c -> without(html, c));
    Tables.close(html);
    new Pager(paging, codes.size()).render(html, this::href);
  }

  private void without(Html html, NotCanonicalised code) {
    html.open("tr").open("th", "scope", "row");
    String href = frame.links().code(code.scheme(), code.code());
    html.element("a", code.code(), "href", href, "class", "code").close();
    Tables.open(html, "Name");
    Text.of(html, "span", code.name());
    html.close();
    Tables.open(html, "Not understood");
    Text.of(html, "span", String.join("; ", code.terms()));
    html.close().close();
  }

  private String href(int offset) {
    return Links.query(
        "without",
        without ? "true" : "",
        "limit",
        Integer.toString(paging.limit()),
        "offset",
        Integer.toString(offset));
  }
}
