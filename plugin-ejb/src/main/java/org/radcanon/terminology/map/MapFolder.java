package org.radcanon.terminology.map;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * The tables of a map while they are read: all faults together, and a hash of all that was read.
 */
final class MapFolder implements TableFolder {

  /** PS3.5 6.2: value representation SH. */
  static final int SHORT_STRING_MAX = 16;

  /** PS3.3 8.8: Code Meaning is a long string. */
  static final int CODE_MEANING_MAX = 64;

  private final TableFolder folder;
  private final Faults faults = new Faults();
  private final CRC32C content = new CRC32C();

  MapFolder(TableFolder folder) {
    this.folder = folder;
  }

  @Override
  public Optional<byte[]> read(String table) {
    Optional<byte[]> bytes = folder.read(table);
    content.update(table.getBytes(StandardCharsets.UTF_8));
    bytes.ifPresent(content::update);
    return bytes;
  }

  Table read(String table, String... columns) {
    return Table.read(this, table, Set.of(columns), faults);
  }

  Faults faults() {
    return faults;
  }

  /** Of everything read so far, in that order. */
  String contentHash() {
    return String.format("%08x", content.getValue());
  }

  /** Whether a required value is there and not too long; a fault otherwise. */
  boolean fits(Row row, String column, int max) {
    String value = row.get(column);
    if (value.isEmpty()) {
      faults.add(row, column + " is empty");
    } else if (value.length() > max) {
      faults.add(row, column + " is longer than " + max + " characters");
    }
    return !value.isEmpty() && value.length() <= max;
  }

  /** Whether a code and its meaning fit where instances carry them. */
  boolean fitsCode(Row row, String code) {
    return fits(row, code, SHORT_STRING_MAX) && fits(row, "meaning", CODE_MEANING_MAX);
  }
}
