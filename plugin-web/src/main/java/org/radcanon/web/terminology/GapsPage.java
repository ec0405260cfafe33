package org.radcanon.web.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcanon.terminology.gap.Finding;
import org.radcanon.terminology.gap.Finding.Kind;
import org.radcanon.web.page.Html;
import org.radcanon.web.page.Paging;

/** The gap report: how many findings of what, and which. */
record GapsPage(Frame frame, GapFilter filter, Paging paging) {

  String render() {
    return frame.page("Gap report", Optional.of(Frame.Section.GAPS), this::main);
  }

  private void main(Html html) {
    html.element("h1", "Gap report").open("p", "class", "hint");
    html.text("Where a scheme is incomplete or contradicts itself, seen from the canonical map.");
    html.close();
    counts(html);
    form(html);
    List<Finding> findings = filter.of(frame.view().gaps());
    html.open("p", "class", "count").text(Pager.count(findings.size()) + " findings. ");
    String csv = frame.links().page(GapResource.PATH + ".csv") + filter.query();
    html.element("a", "Download as CSV", "href", csv, "download", "").close();
    new FindingsTable(frame, findings.stream().skip(paging.offset()).limit(paging.limit()).toList())
        .render(html);
    new Pager(paging, findings.size()).render(html, this::href);
  }

  private void counts(Html html) {
    Map<String, Map<Kind, Integer>> counts = frame.view().gaps().counts();
    Tables.open(html, "scroll counts", columns(counts));
    for (Kind kind : Kind.values()) {
      html.open("tr").open("th", "scope", "row");
      count(html, new GapFilter("", Optional.of(kind)), Labels.sentence(kind.title()));
      html.element("div", kind.meaning(), "class", "hint").close();
      int sum = 0;
      for (Map.Entry<String, Map<Kind, Integer>> scheme : counts.entrySet()) {
        int number = scheme.getValue().getOrDefault(kind, 0);
        html.open("td", "class", "number");
        count(html, new GapFilter(scheme.getKey(), Optional.of(kind)), number);
        html.close();
        sum += number;
      }
      html.element("td", Pager.count(sum), "class", "number").close();
    }
    Tables.close(html);
  }

  private static String[] columns(Map<String, Map<Kind, Integer>> counts) {
    List<String> columns = new ArrayList<>(List.of("Kind"));
    columns.addAll(counts.keySet());
    columns.add("All");
    return columns.toArray(String[]::new);
  }

  private static void count(Html html, GapFilter filter, int number) {
    if (number == 0) {
      html.text("0");
    } else {
      count(html, filter, Pager.count(number));
    }
  }

  private static void count(Html html, GapFilter filter, String text) {
    html.element("a", text, "href", filter.query() + "#findings");
  }

  private void form(Html html) {
    html.open("form", "class", "search", "id", "findings", "action", "#findings");
    html.open("label").element("span", "Scheme").open("select", "name", "scheme");
    Tables.option(html, "All", "", filter.scheme());
    for (String scheme : frame.view().gaps().counts().keySet()) {
      Tables.option(html, scheme, scheme, filter.scheme());
    }
    html.close().close();
    html.open("label").element("span", "Kind").open("select", "name", "kind");
    String chosen = filter.kind().map(GapFilter::word).orElse("");
    Tables.option(html, "All", "", chosen);
    for (Kind kind : Kind.values()) {
      Tables.option(html, Labels.sentence(kind.title()), GapFilter.word(kind), chosen);
    }
    html.close().close().element("button", "Show", "type", "submit").close();
  }

  private String href(int offset) {
    return filter.query(
            "limit", Integer.toString(paging.limit()), "offset", Integer.toString(offset))
        + "#findings";
  }
}
