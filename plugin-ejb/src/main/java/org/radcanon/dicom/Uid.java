package org.radcanon.dicom;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The registry of UIDs (PS3.6 Annex A), as the resource {@code uids.tsv} gives it; the resource's
 * first line states the edition.
 *
 * @param value the UID
 * @param type as the registry's column says: "SOP Class", "Transfer Syntax", "Coding Scheme", ...
 */
public record Uid(String value, String type, String keyword, String name, boolean retired) {

  private static final int LONGEST = 64;
  private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)*");
  private static final Map<String, Uid> REGISTRY = load();

  /** At most 64 characters, digits and single dots between them (PS3.5 9.1). */
  public static boolean isWellFormed(String value) {
    return value.length() <= LONGEST && FORM.matcher(value).matches();
  }

  /** The registry's row of a UID; none for private ones. */
  public static Optional<Uid> find(String value) {
    return Optional.ofNullable(REGISTRY.get(value));
  }

  public static Collection<Uid> registry() {
    return REGISTRY.values();
  }

  public boolean isTransferSyntax() {
    return type.equals("Transfer Syntax");
  }

  /** A SOP class whose instances are stored (PS3.4 B.5 and GG.3), by its place and name. */
  public boolean isStorageSopClass() {
    return type.equals("SOP Class")
        && name.contains("Storage")
        && !name.startsWith("Media Storage")
        && !name.startsWith("Storage Commitment");
  }

  private static Map<String, Uid> load() {
    Map<String, Uid> registry = new LinkedHashMap<>();
    List<String[]> rows = Dictionary.rows("uids.tsv");
    for (String[] row : rows.subList(1, rows.size())) {
      registry.put(row[0], new Uid(row[0], row[1], row[2], row[3], row.length > 4));
    }
    return Collections.unmodifiableMap(registry);
  }
}
