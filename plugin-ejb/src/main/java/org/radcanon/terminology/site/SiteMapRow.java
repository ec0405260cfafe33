package org.radcanon.terminology.site;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.ProcedureEvidence.Origin;

/**
 * A line of the site map: what a sender says, and what it means. Exactly one of {@code code} and
 * {@code text} is there.
 *
 * @param code a local code as the sender writes it; its meaning is no key
 * @param text a description; case, white space and punctuation do not count
 * @param source only where the text stands under this keyword, such as {@code ProtocolName}
 * @param modality only for studies with this Modality (0008,0060)
 * @param origin only for this institution, station, calling AE title, as far as given
 * @param target a code of any scheme of the canonical map
 * @param reason why, for whoever reads the table
 */
public record SiteMapRow(
    Optional<Code> code,
    Optional<String> text,
    Optional<String> source,
    Optional<String> modality,
    Origin origin,
    Code target,
    String reason) {

  /** A line for a text or a code, under the conditions of an origin and a modality. */
  public SiteMapRow(
      Optional<Code> code,
      Optional<String> text,
      Optional<String> modality,
      Origin origin,
      Code target,
      String reason) {
    this(code, text, Optional.empty(), modality, origin, target, reason);
  }

  /** The line's values by column of {@code site-map.csv}; columns without a value left out. */
  public Map<String, String> columns() {
    Map<String, String> columns = new TreeMap<>();
    code.ifPresent(
        c -> {
          columns.put("code", c.value());
          columns.put("scheme", c.scheme());
          put(columns, "meaning", Optional.of(c.meaning()));
        });
    put(columns, "text", text);
    put(columns, "source", source);
    put(columns, "modality", modality);
    put(columns, "institution", origin.institution());
    put(columns, "station", origin.station());
    put(columns, "ae_title", origin.aeTitle());
    columns.put("target_scheme", target.scheme());
    columns.put("target_code", target.value());
    put(columns, "reason", Optional.of(reason));
    return columns;
  }

  private static void put(Map<String, String> columns, String name, Optional<String> value) {
    value.map(String::strip).filter(v -> !v.isEmpty()).ifPresent(v -> columns.put(name, v));
  }
}
