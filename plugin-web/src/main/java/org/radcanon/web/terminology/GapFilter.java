package org.radcanon.web.terminology;

import jakarta.ws.rs.BadRequestException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcanon.terminology.gap.Finding;
import org.radcanon.terminology.gap.Finding.Kind;
import org.radcanon.terminology.gap.GapReport;

/**
 * Which findings are asked for.
 *
 * @param scheme designator; empty for all
 */
record GapFilter(String scheme, Optional<Kind> kind) {

  /**
   * @throws BadRequestException when there is no such kind
   */
  static GapFilter of(String scheme, String kind) {
    if (kind.isEmpty()) {
      return new GapFilter(scheme, Optional.empty());
    }
    return Arrays.stream(Kind.values())
        .filter(k -> word(k).equals(kind))
        .findFirst()
        .map(k -> new GapFilter(scheme, Optional.of(k)))
        .orElseThrow(() -> new BadRequestException("There is no such kind of finding."));
  }

  /** A kind as a query has it. */
  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  List<Finding> of(GapReport report) {
    return report.findings().stream()
        .filter(f -> scheme.isEmpty() || f.scheme().equals(scheme))
        .filter(f -> kind.isEmpty() || f.kind() == kind.get())
        .toList();
  }

  /** The query that asks for them. */
  String query(String... more) {
    String[] all = Arrays.copyOf(parameters(), 4 + more.length);
    System.arraycopy(more, 0, all, 4, more.length);
    return Links.query(all);
  }

  private String[] parameters() {
    return new String[] {"scheme", scheme, "kind", kind.map(GapFilter::word).orElse("")};
  }
}
