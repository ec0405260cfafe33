package org.radcanon.studies.writer;

import java.util.List;

/** What stands in a data element. */
sealed interface Value {

  /** Text values, joined by backslashes and encoded in the data set's character set. */
  record Text(List<String> values) implements Value {
    public Text {
      values = List.copyOf(values);
    }
  }

  /** Binary, kept little endian; swapped by the VR's word size and padded when written. */
  record Binary(byte[] littleEndian) implements Value {}

  /** Written exactly so: neither swapped nor padded to an even length. */
  record Verbatim(byte[] bytes) implements Value {}

  /** A sequence (PS3.5 7.5). */
  record Items(List<DicomObject> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Encapsulated pixel data: the Basic Offset Table, which may be empty, and the fragments. */
  record Fragments(List<byte[]> fragments) implements Value {
    public Fragments {
      fragments = List.copyOf(fragments);
    }
  }
}
