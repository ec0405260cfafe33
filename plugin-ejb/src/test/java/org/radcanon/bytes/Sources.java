package org.radcanon.bytes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.hostile.HostileInputs;
import org.radcanon.studies.hostile.OddInputs;
import org.radcanon.studies.writer.DicomWriter;
import org.radcanon.studies.writer.Encoding;
import org.radcanon.studies.writer.Encoding.Form;
import org.radcanon.studies.writer.Encoding.Lengths;
import org.radcanon.studies.writer.Syntax;

/** Generated instances by name: every transfer syntax, every oddity. */
final class Sources {

  private Sources() {}

  /** A CT with everything in it, in each transfer syntax of PS3.6 and with each form of lengths. */
  static Map<String, byte[]> transferSyntaxes() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String line : lines("transfer-syntaxes.tsv")) {
      String[] fields = line.split("\t");
      for (Lengths lengths : List.of(Lengths.DEFINED, Lengths.UNDEFINED)) {
        files.put("ts-" + fields[0] + "-" + lengths, in(fields[0], fields[1], lengths));
      }
    }
    return files;
  }

  /** What OddInputs and CodedInputs make, and what readers may see through or not. */
  static Map<String, byte[]> oddities() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    OddInputs.all().forEach(input -> files.put("odd-" + file(input.name()), input.bytes()));
    HostileInputs.debatable()
        .forEach(input -> files.put("debatable-" + file(input.name()), input.bytes()));
    CodedInputs.all().forEach((name, bytes) -> files.put("coded-" + file(name), bytes));
    return files;
  }

  /** The tiny studies, whose text stands in many character sets, in three encodings. */
  static Map<String, byte[]> studies() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    TinyStudies.all()
        .forEach(
            (name, study) -> {
              for (Syntax syntax : List.of(Syntax.EXPLICIT, Syntax.IMPLICIT, Syntax.BIG_ENDIAN)) {
                files.put(
                    "study-" + name + "-" + syntax.label(),
                    study.first().bytes(Encoding.of(syntax).withGroupLengths()));
              }
            });
    return files;
  }

  private static byte[] in(String uid, String kind, Lengths lengths) {
    Syntax like =
        switch (kind) {
          case "implicit" -> Syntax.IMPLICIT;
          case "explicit" -> Syntax.EXPLICIT;
          case "big" -> Syntax.BIG_ENDIAN;
          case "deflated" -> Syntax.DEFLATED;
          case "encapsulated" -> Syntax.RLE;
          default -> throw new IllegalArgumentException(kind);
        };
    var object = OddInputs.crowded();
    if (like.encapsulated()) {
      // nobody here decodes: fragments with bytes that could be anything, delimiters among them
      object.fragments(
          List.of(new byte[4], "\u00fe\u00ff\u00dd\u00e0\0\0\0\0".getBytes(ISO_8859_1), opaque()));
    }
    byte[] dataSet = DicomWriter.bytes(object, Encoding.of(like).with(lengths).with(Form.BARE));
    return join(meta(uid), dataSet);
  }

  private static byte[] opaque() {
    byte[] bytes = new byte[777 * 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31 >> 3);
    }
    return bytes;
  }

  /** Preamble and file meta information. */
  static byte[] meta(String transferSyntax) {
    byte[] group =
        join(
            element(0x0001, "OB", new byte[] {0, 1}),
            uid(0x0002, "1.2.840.10008.5.1.4.1.1.2"),
            uid(0x0003, "2.25.12345"),
            uid(0x0010, transferSyntax),
            uid(0x0012, "2.25.54321"));
    byte[] length =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(group.length).array();
    return join(new byte[128], "DICM".getBytes(ISO_8859_1), element(0x0000, "UL", length), group);
  }

  private static byte[] uid(int element, String uid) {
    String even = uid.length() % 2 == 0 ? uid : uid + "\0";
    return element(element, "UI", even.getBytes(ISO_8859_1));
  }

  private static byte[] element(int element, String vr, byte[] value) {
    boolean longForm = vr.equals("OB");
    ByteBuffer head = ByteBuffer.allocate(longForm ? 12 : 8).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) 2).putShort((short) element).put(vr.getBytes(ISO_8859_1));
    if (longForm) {
      head.putShort((short) 0).putInt(value.length);
    } else {
      head.putShort((short) value.length);
    }
    return join(head.array(), value);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static String file(String name) {
    return name.replaceAll("[^A-Za-z0-9]+", "-");
  }

  private static List<String> lines(String resource) {
    try (InputStream in = Sources.class.getResourceAsStream(resource)) {
      List<String> lines = new ArrayList<>(new String(in.readAllBytes(), UTF_8).lines().toList());
      lines.removeIf(line -> line.startsWith("#"));
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
