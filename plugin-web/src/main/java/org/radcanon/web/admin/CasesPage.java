package org.radcanon.web.admin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.radcanon.index.CodingStore.CaseKind;
import org.radcanon.index.CodingStore.CaseRecord;
import org.radcanon.index.CodingStore.NewCase;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.web.page.Html;
import org.radcanon.web.page.Paging;

/** The list of cases as HTML; patients are not named on it. */
final class CasesPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final CanonicalMap map;
  private final Doors doors;
  private final Html html = new Html();

  CasesPage(CanonicalMap map, Doors doors) {
    this.map = map;
    this.doors = doors;
  }

  /** What is listed, of how much. */
  record Listing(boolean open, Paging paging, List<CaseRecord> cases, long opened, long closed) {
    long total() {
      return open ? opened : closed;
    }
  }

  /** What the last decision did. */
  record Notice(Concept concept, int resolved) {}

  String render(Listing listing, Optional<Notice> notice) {
    html.open("html", "lang", "en").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", "radcanon: cases");
    html.empty("link", "rel", "stylesheet", "href", "style.css");
    html.close().open("body");
    header(listing);
    html.open("main");
    notice.ifPresent(this::notice);
    cases(listing);
    html.close();
    footer();
    return html.close().close().page();
  }

  private void header(Listing listing) {
    html.open("header").element("h1", "radcanon");
    html.open("nav", "aria-label", "Cases");
    tab("Open cases", "?state=open", listing.opened(), listing.open());
    tab("Decided cases", "?state=closed", listing.closed(), !listing.open());
    html.element("a", "Procedures", "href", "map/concepts");
    html.close().close();
  }

  private void tab(String label, String href, long count, boolean current) {
    String text = label + " (" + count + ")";
    if (current) {
      html.element("a", text, "href", href, "aria-current", "page");
    } else {
      html.element("a", text, "href", href);
    }
  }

  private void notice(Notice notice) {
    html.open("p", "class", "notice", "role", "status")
        .text("The site map has the line; it means ")
        .element("strong", notice.concept().name())
        .text(" (" + notice.concept().code() + "). Cases closed by it: " + notice.resolved() + ".")
        .close();
  }

  private void cases(Listing listing) {
    if (listing.cases().isEmpty()) {
      html.element(
          "p",
          listing.open() ? "No case is open." : "No case has been decided yet.",
          "class",
          "empty");
    }
    listing.cases().forEach(this::oneCase);
    Paging paging = listing.paging();
    html.open("nav", "class", "pages", "aria-label", "Pages");
    if (paging.offset() > 0) {
      page(listing, Math.max(0, paging.offset() - paging.limit()), "Newer");
    }
    if (paging.offset() + (long) paging.limit() < listing.total()) {
      page(listing, paging.offset() + paging.limit(), "Older");
    }
    html.close();
  }

  private void page(Listing listing, int offset, String label) {
    String state = listing.open() ? "open" : "closed";
    html.element(
        "a",
        label,
        "href",
        "?state=" + state + "&limit=" + listing.paging().limit() + "&offset=" + offset);
  }

  private void oneCase(CaseRecord record) {
    NewCase what = record.what();
    String heading = "case-" + record.id();
    html.open("article", "aria-labelledby", heading);
    html.element("h2", what.reason(), "id", heading);
    html.open("dl");
    row("Study", what.studyUid());
    row("Kind", kind(what.kind()));
    row("Opened", time(record.opened()));
    record.closed().ifPresent(when -> row("Decided", time(when)));
    record.how().ifPresent(how -> row("How", how));
    html.close();
    html.element("h3", "Evidence").open("ul", "class", "evidence");
    what.lines().forEach(line -> html.element("li", line));
    html.close();
    candidates(what);
    html.open("p", "class", "links");
    html.element(
        "a",
        "Instances in the archive",
        "href",
        "dicomweb/studies/" + what.studyUid() + "/instances");
    if (record.closed().isPresent() || what.kind() != CaseKind.UNRESOLVED) {
      html.element("a", "Code in force", "href", "coding/" + what.studyUid());
    }
    html.close();
    if (record.closed().isEmpty()) {
      decision(record);
    }
    html.close();
  }

  private void decision(CaseRecord record) {
    if (record.what().kind() == CaseKind.UNRESOLVED) {
      new DecisionForm(html, map).render(record);
      return;
    }
    html.open("form", "method", "post", "action", "cases/" + record.id());
    String inForce = CasesResource.IN_FORCE;
    html.element(
        "button", "Keep the code in force", "type", "submit", "name", "take", "value", inForce);
    String proposed = CasesResource.PROPOSED;
    html.element(
        "button", "Take the proposed code", "type", "submit", "name", "take", "value", proposed);
    html.close();
  }

  private void row(String term, String description) {
    html.element("dt", term).element("dd", description);
  }

  private void candidates(NewCase what) {
    if (!what.candidates().isEmpty()) {
      html.element("h3", "Candidates").open("ul");
      what.candidates().forEach(this::candidate);
      html.close();
    }
    what.proposed()
        .ifPresent(
            coding -> {
              html.open("p").text("Proposed: ");
              concept(coding.concept());
              html.text(", basis " + coding.basis()).close();
            });
  }

  private void candidate(String concept) {
    html.open("li");
    concept(concept);
    html.close();
  }

  private void concept(String code) {
    html.element("a", named(map, code), "href", "map/concepts/" + code);
  }

  /** A concept code with the concept's name, as far as the map still knows it. */
  static String named(CanonicalMap map, String concept) {
    return map.concept(concept).map(c -> c.name() + " (" + concept + ")").orElse(concept);
  }

  private static String kind(CaseKind kind) {
    return switch (kind) {
      case UNRESOLVED -> "not resolved";
      case BETTER_BASIS -> "a better basis says otherwise";
      case CONFLICT -> "an instance says otherwise";
    };
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  private void footer() {
    html.open("footer").element("h2", "Doors").open("dl");
    link("DICOMweb", doors.dicomWeb() + "/studies", doors.dicomWeb());
    link("FHIR R4", doors.fhir() + "/metadata", doors.fhir());
    link("Cases as JSON", "cases", doors.context() + "/cases");
    link("Spool", SpoolResource.PAGE, doors.context() + "/" + SpoolResource.PAGE);
    link("Health", doors.health(), doors.health());
    link("Canonical map", "map/schemes", map.version());
    html.close().close();
  }

  private void link(String term, String href, String text) {
    html.element("dt", term).open("dd").element("a", text, "href", href).close();
  }
}
