package org.radcanon.studies.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A PS3.10 file cut into its top-level elements; inflated where it is deflated. */
public record DicomFile(List<Element> meta, List<Element> elements) {

  private static final int PREAMBLE = 128;
  private static final int MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;
  private static final int TRANSFER_SYNTAX_UID = 0x00020010;
  private static final int HEAD = 16 * 1024;

  public DicomFile {
    meta = List.copyOf(meta);
    elements = List.copyOf(elements);
  }

  /**
   * Cuts a whole file.
   *
   * @throws IllegalArgumentException when it is none or ends early
   */
  public static DicomFile parse(byte[] file) {
    try {
      ElementCursor cursor = afterPrefix(file);
      List<Element> meta = meta(cursor);
      return new DicomFile(
          meta, elements(file, cursor.position(), text(meta, TRANSFER_SYNTAX_UID)));
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("ends in the middle of an element", e);
    }
  }

  /** The file meta information alone (PS3.10 7.1). */
  public static DicomFile head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new DicomFile(meta(afterPrefix(in.readNBytes(HEAD))), List.of());
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(file + " ends in its meta information", e);
    }
  }

  public String transferSyntax() {
    return text(meta, TRANSFER_SYNTAX_UID);
  }

  public String sopInstanceUid() {
    return text(meta, MEDIA_STORAGE_SOP_INSTANCE_UID);
  }

  public Optional<Element> element(int tag) {
    return elements.stream().filter(element -> element.tag() == tag).findFirst();
  }

  private static ElementCursor afterPrefix(byte[] file) {
    if (file.length < PREAMBLE + 4
        || !new String(file, PREAMBLE, 4, StandardCharsets.ISO_8859_1).equals("DICM")) {
      throw new IllegalArgumentException("no PS3.10 file");
    }
    return new ElementCursor(file, PREAMBLE + 4, true, false);
  }

  private static List<Element> meta(ElementCursor cursor) {
    List<Element> meta = new ArrayList<>();
    while (!cursor.atEnd() && cursor.peekTag() >>> 16 == 2) {
      meta.add(cursor.next());
    }
    return meta;
  }

  private static List<Element> elements(byte[] file, int start, String transferSyntax) {
    boolean deflated = transferSyntax.equals("1.2.840.10008.1.2.1.99");
    ElementCursor cursor =
        new ElementCursor(
            deflated ? inflated(file, start) : file,
            deflated ? 0 : start,
            !transferSyntax.equals("1.2.840.10008.1.2"),
            transferSyntax.equals("1.2.840.10008.1.2.2"));
    List<Element> elements = new ArrayList<>();
    while (!cursor.atEnd()) {
      elements.add(cursor.next());
    }
    return elements;
  }

  private static byte[] inflated(byte[] file, int start) {
    try (InputStream in =
        new InflaterInputStream(
            new ByteArrayInputStream(file, start, file.length - start), new Inflater(true))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be inflated", e);
    }
  }

  private static String text(List<Element> elements, int tag) {
    return elements.stream()
        .filter(element -> element.tag() == tag)
        .findFirst()
        .map(Element::text)
        .orElse("");
  }
}
