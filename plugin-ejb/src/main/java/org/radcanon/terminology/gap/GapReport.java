package org.radcanon.terminology.gap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.gap.Finding.Kind;
import org.radcanon.terminology.text.Parser;

/**
 * Every finding about a map, in one fixed order: by kind, then in the order of the schemes, then by
 * code, numbers in a code by their value. The same map gives the same report.
 */
public final class GapReport {

  private static final String[] COLUMNS = {
    "kind", "scheme", "code", "name", "concept", "detail", "others"
  };

  private final List<Finding> findings;
  private final Map<String, Map<Kind, Integer>> counts;

  private GapReport(List<Finding> findings, Map<String, Map<Kind, Integer>> counts) {
    this.findings = findings;
    this.counts = counts;
  }

  /** As {@link #of(CanonicalMap, Parser)}; of names only side, contrast and modality are read. */
  public static GapReport of(CanonicalMap map) {
    return of(map, Optional.empty());
  }

  /**
   * Looks through a whole map; takes a few seconds for 15,000 concepts.
   *
   * @param names reads what names say
   */
  public static GapReport of(CanonicalMap map, Parser names) {
    return of(map, Optional.of(new NameReading(map, names)));
  }

  private static GapReport of(CanonicalMap map, Optional<NameReading> names) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Integer> order = new HashMap<>();
    Map<String, Map<Kind, Integer>> counts = new LinkedHashMap<>();
    for (CodingScheme scheme : map.schemes()) {
      String designator = scheme.designator();
      order.put(designator, order.size());
      SchemeGaps gaps = new SchemeGaps(map, designator, names);
      if (!designator.equals(CanonicalMap.CONCEPT_SCHEME) && gaps.hasCodes()) {
        List<Finding> own = gaps.findings();
        findings.addAll(own);
        counts.put(designator, counted(own));
      }
    }
    findings.sort(
        Comparator.comparing(Finding::kind)
            .thenComparing(finding -> order.get(finding.scheme()))
            .thenComparing(Finding::code, CodeOrder.NATURAL)
            .thenComparing(Finding::detail));
    return new GapReport(List.copyOf(findings), Collections.unmodifiableMap(counts));
  }

  private static Map<Kind, Integer> counted(List<Finding> findings) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      counts.put(kind, 0);
    }
    findings.forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  public List<Finding> findings() {
    return findings;
  }

  /** How many findings of each kind a scheme has: every kind of every scheme with codes. */
  public Map<String, Map<Kind, Integer>> counts() {
    return counts;
  }

  /** Writes the findings as RFC 4180 with a header row; {@code others} separated by blanks. */
  public void writeCsv(Appendable out) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    CSVPrinter printer = new CSVPrinter(out, format);
    printer.printRecord((Object[]) COLUMNS);
    for (Finding finding : findings) {
      printer.printRecord(
          finding.kind(),
          finding.scheme(),
          finding.code(),
          finding.name(),
          finding.concept(),
          finding.detail(),
          String.join(finding.kind() == Kind.NOT_UNDERSTOOD ? "; " : " ", finding.others()));
    }
    printer.flush();
  }
}
