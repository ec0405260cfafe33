package org.radcanon.web.admin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.radcanon.archive.spool.SetAside;
import org.radcanon.archive.spool.SpoolState;
import org.radcanon.web.page.Html;
import org.radcanon.web.page.Paging;

/** The spool as HTML; patients are not named on it. */
final class SpoolPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private final Paging paging;
  private final int retried;
  private final Html html = new Html();

  /**
   * @param retried how many the last button sent on their way again
   */
  SpoolPage(Paging paging, int retried) {
    this.paging = paging;
    this.retried = retried;
  }

  String render(Optional<SpoolState> state, List<SetAside> setAside) {
    html.open("html", "lang", "en").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", "radcanon: spool");
    html.empty("link", "rel", "stylesheet", "href", "style.css");
    html.close().open("body");
    html.open("header").element("h1", "radcanon").open("nav", "aria-label", "Pages of radcanon");
    html.element("a", "Cases", "href", "./");
    html.element("a", "Procedures", "href", "map/concepts");
    html.element("a", "Spool", "href", SpoolResource.PAGE, "aria-current", "page");
    html.close().close().open("main");
    if (retried > 0) {
      html.element(
          "p",
          "On their way to the archive again: " + retried + ".",
          "class",
          "notice",
          "role",
          "status");
    }
    if (state.isPresent()) {
      spool(state.get(), setAside);
    } else {
      html.element(
          "p",
          "There is no spool: instances lie in the embedded archive as soon as they are"
              + " acknowledged.",
          "class",
          "empty");
    }
    html.close();
    return html.close().close().page();
  }

  private void spool(SpoolState state, List<SetAside> setAside) {
    html.open("article", "aria-labelledby", "waiting");
    html.element("h2", "Waiting for the archive", "id", "waiting").open("dl");
    row("Instances", Integer.toString(state.waiting()));
    row("Bytes", Long.toString(state.bytes()));
    state.oldest().ifPresent(when -> row("Oldest", time(when)));
    row("Archive", state.down().isPresent() ? "takes nothing" : "takes instances");
    state.down().ifPresent(this::down);
    html.close().close();
    html.open("article", "aria-labelledby", "set-aside");
    html.element("h2", "Not taken by the archive (" + state.setAside() + ")", "id", "set-aside");
    if (setAside.isEmpty()) {
      html.element("p", "None here.", "class", "empty");
    } else {
      button("Try all again", "spool/retry");
    }
    setAside.forEach(this::instance);
    pages(state);
    html.close();
  }

  private void down(SpoolState.Down down) {
    row("Since", time(down.since()));
    row("Reason", down.reason());
    row("Next try", time(down.nextTry()));
  }

  private void instance(SetAside one) {
    html.element("h3", "Number " + one.sequence()).open("dl");
    row("Reason", one.reason());
    row("Study", one.instance().key().study());
    row("Instance", one.instance().key().instance());
    row("SOP class", one.instance().sopClass());
    row("Bytes", Long.toString(one.bytes()));
    row("Set aside", time(one.time()) + ", after " + one.attempts() + " tries");
    html.close();
    button("Try again", "spool/" + one.sequence() + "/retry");
  }

  private void button(String label, String action) {
    html.open("form", "method", "post", "action", action);
    html.element("button", label, "type", "submit").close();
  }

  private void pages(SpoolState state) {
    html.open("nav", "class", "pages", "aria-label", "Pages");
    if (paging.offset() > 0) {
      page(Math.max(0, paging.offset() - paging.limit()), "Earlier");
    }
    if (paging.offset() + (long) paging.limit() < state.setAside()) {
      page(paging.offset() + paging.limit(), "Later");
    }
    html.close();
  }

  private void page(int offset, String label) {
    String href = SpoolResource.PAGE + "?limit=" + paging.limit() + "&offset=" + offset;
    html.element("a", label, "href", href);
  }

  private void row(String term, String description) {
    html.element("dt", term).element("dd", description);
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
