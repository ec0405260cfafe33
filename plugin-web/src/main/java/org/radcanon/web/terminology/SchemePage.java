package org.radcanon.web.terminology;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.NotCanonicalised;
import org.radcanon.web.page.Html;
import org.radcanon.web.page.Paging;
import org.radcanon.web.terminology.SchemeCodes.Entry;
import org.radcanon.web.terminology.SchemeCodes.Shown;
import org.radcanon.web.terminology.SchemeCodes.ValueEntry;

/** One scheme: what it is, under which terms, and its codes. */
record SchemePage(Frame frame, CodingScheme scheme, SchemeCodes codes, Shown shown, Paging paging) {

  String render() {
    return frame.page(scheme.name(), Optional.of(Frame.Section.SCHEMES), this::main);
  }

  private void main(Html html) {
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
    tabs(html);
    switch (shown) {
      case PROCEDURES -> mapped(html);
      case VALUES -> values(html);
      case WITHOUT -> without(html);
    }
  }

  private static void row(Html html, String term, String description) {
    if (!description.isEmpty()) {
      html.element("dt", term).element("dd", description);
    }
  }

  private void tabs(Html html) {
    String procedures =
        Pager.count(codes.mapped().size())
            + " codes of "
            + Pager.count(codes.concepts())
            + " procedures";
    html.open("nav", "class", "tabs", "aria-label", "Codes");
    tab(html, Shown.PROCEDURES, procedures, codes.mapped().size());
    String values = Pager.count(codes.values().size()) + " codes of attribute values";
    tab(html, Shown.VALUES, values, codes.values().size());
    String without = Pager.count(codes.without().size()) + " without procedure";
    tab(html, Shown.WITHOUT, without, codes.without().size());
    html.close();
  }

  private void tab(Html html, Shown list, String label, int count) {
    String href = Links.query("list", word(list));
    if (list == shown) {
      html.element("a", label, "href", href, "aria-current", "page");
    } else if (count > 0) {
      html.element("a", label, "href", href);
    }
  }

  /** A list as a query has it. */
  static String word(Shown list) {
    return list.name().toLowerCase(Locale.ROOT);
  }

  private void mapped(Html html) {
    Tables.open(html, "stack", "Code", "Code Meaning", "Procedure");
    page(codes.mapped()).forEach(entry -> entry(html, entry));
    Tables.close(html);
    new Pager(paging, codes.mapped().size()).render(html, this::href);
  }

  private void entry(Html html, Entry entry) {
    html.open("tr");
    html.open("th", "scope", "row").element("span", entry.code().value(), "class", "code");
    RankBadge.of(html, frame.view().map().rank(entry.code()));
    html.close();
    Tables.open(html, "Code Meaning");
    Text.of(html, "span", entry.code().meaning());
    html.close();
    Tables.open(html, "Procedure");
    String href = frame.links().concept(entry.concept().code());
    html.element("a", entry.concept().name(), "href", href).close().close();
  }

  private void values(Html html) {
    Tables.open(html, "stack", "Code", "Code Meaning", "Attribute", "Value");
    page(codes.values()).forEach(entry -> value(html, entry));
    Tables.close(html);
    new Pager(paging, codes.values().size()).render(html, this::href);
  }

  private static void value(Html html, ValueEntry entry) {
    html.open("tr");
    html.open("th", "scope", "row").element("span", entry.code().value(), "class", "code").close();
    Tables.cell(html, "Code Meaning", entry.code().meaning());
    Tables.cell(html, "Attribute", entry.value().attribute().map(Labels::of).orElse(""));
    Tables.cell(html, "Value", entry.value().label());
    html.close();
  }

  private <T> List<T> page(List<T> all) {
    return all.stream().skip(paging.offset()).limit(paging.limit()).toList();
  }

  private void without(Html html) {
    Tables.open(html, "stack", "Code", "Name", "Not understood");
    page(codes.without()).forEach(code -> without(html, code));
    Tables.close(html);
    new Pager(paging, codes.without().size()).render(html, this::href);
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
        "list",
        word(shown),
        "limit",
        Integer.toString(paging.limit()),
        "offset",
        Integer.toString(offset));
  }
}
