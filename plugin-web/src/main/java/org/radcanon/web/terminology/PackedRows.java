package org.radcanon.web.terminology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The rows of a table that takes long to work out, packed: worked out once, then unpacked for
 * whoever asks, a row at a time.
 */
final class PackedRows {
  private final byte[] packed;
  private final int rows;
  private final int width;

  private PackedRows(byte[] packed, int rows, int width) {
    this.packed = packed;
    this.rows = rows;
    this.width = width;
  }

  static PackedRows of(Csv.Rows table) {
    int width = table.header().size();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int[] count = new int[1];
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      table.write(
          cells -> {
            count[0]++;
            for (int i = 0; i < width; i++) {
              out.writeUTF(cells[i]);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PackedRows(bytes.toByteArray(), count[0], width);
  }

  void write(Csv.Sink sink) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
      for (int row = 0; row < rows; row++) {
        String[] cells = new String[width];
        for (int i = 0; i < width; i++) {
          cells[i] = in.readUTF();
        }
        sink.row(cells);
      }
    }
  }
}
