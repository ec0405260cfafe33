package org.radcanon.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Bytes to be written, most of them ranges of what is held anyway: nothing is copied. */
final class Pieces {

  private record Piece(byte[] bytes, int offset, int length) {}

  private final List<Piece> pieces = new ArrayList<>();
  private long size;

  long size() {
    return size;
  }

  void add(byte[] bytes) {
    add(bytes, 0, bytes.length);
  }

  /** Adds the range {@code [from, to)}, and joins it to the last one where they meet. */
  void add(byte[] bytes, int from, int to) {
    if (to <= from) {
      return;
    }
    size += to - from;
    Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
    if (last != null && last.bytes == bytes && last.offset + last.length == from) {
      pieces.set(pieces.size() - 1, new Piece(bytes, last.offset, to - last.offset));
    } else {
      pieces.add(new Piece(bytes, from, to - from));
    }
  }

  void add(Pieces others) {
    for (Piece piece : others.pieces) {
      add(piece.bytes, piece.offset, piece.offset + piece.length);
    }
  }

  void writeTo(OutputStream out) throws IOException {
    for (Piece piece : pieces) {
      out.write(piece.bytes, piece.offset, piece.length);
    }
  }

  byte[] toByteArray() {
    byte[] all = new byte[Math.toIntExact(size)];
    int at = 0;
    for (Piece piece : pieces) {
      System.arraycopy(piece.bytes, piece.offset, all, at, piece.length);
      at += piece.length;
    }
    return all;
  }
}
