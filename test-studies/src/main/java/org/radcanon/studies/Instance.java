package org.radcanon.studies;

import java.util.function.Supplier;
import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.DicomObject;
import org.radcanon.studies.writer.DicomWriter;
import org.radcanon.studies.writer.Encoding;
import org.radcanon.studies.writer.Syntax;

/** A composite instance; its content is made anew at each call, so that a million cost nothing. */
public record Instance(
    String studyUid,
    String seriesUid,
    String sopInstanceUid,
    String sopClassUid,
    Supplier<DicomObject> content) {

  /** A data set of one's own, free to be changed. */
  public DicomObject object() {
    return content.get();
  }

  /** As a file in explicit VR little endian. */
  public byte[] bytes() {
    return bytes(Encoding.STANDARD);
  }

  /** An object without pixel data stays explicit VR little endian where a codec was asked for. */
  public byte[] bytes(Encoding encoding) {
    DicomObject object = object();
    boolean plain = encoding.syntax().encapsulated() && !object.contains(Attribute.PIXEL_DATA);
    return DicomWriter.bytes(object, plain ? encoding.with(Syntax.EXPLICIT) : encoding);
  }

  public byte[] bytes(Syntax syntax) {
    return bytes(Encoding.of(syntax));
  }

  /** The same instance with one more turn to its content. */
  public Instance changed(java.util.function.UnaryOperator<DicomObject> change) {
    return new Instance(
        studyUid, seriesUid, sopInstanceUid, sopClassUid, () -> change.apply(content.get()));
  }
}
