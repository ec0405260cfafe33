package org.radcanon.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.DicomException.Reason;

/**
 * What stands before the data set (PS3.10 7.1).
 *
 * <pre>
 * preamble = 128 bytes "DICM"
 * meta     = element*            ; group 0002, explicit VR little endian
 * </pre>
 *
 * @param preamble the 132 bytes; none where the stream has none
 * @param meta the elements as they came; none where the stream has none
 * @param transferSyntax the UID that they state
 */
record FileMeta(byte[] preamble, byte[] meta, Optional<String> transferSyntax) {

  private static final int PREAMBLE = 132;

  /** Reads what there is; the source then stands at the data set. */
  static FileMeta read(Source source, ReadLimits limits) throws IOException {
    int start = source.position();
    boolean preamble = source.has(PREAMBLE) && isPrefix(source.window(), source.position() + 128);
    if (preamble) {
      source.advance(PREAMBLE);
    }
    int behindPreamble = source.position();
    Optional<String> syntax = readGroup(source, limits);
    byte[] window = source.window();
    return new FileMeta(
        Arrays.copyOfRange(window, start, behindPreamble),
        Arrays.copyOfRange(window, behindPreamble, source.position()),
        syntax);
  }

  private static boolean isPrefix(byte[] b, int at) {
    return b[at] == 'D' && b[at + 1] == 'I' && b[at + 2] == 'C' && b[at + 3] == 'M';
  }

  private static Optional<String> readGroup(Source source, ReadLimits limits) throws IOException {
    if (!isMetaNext(source)) {
      return Optional.empty();
    }
    Encoding encoding =
        Encoding.EXPLICIT_LITTLE.observed(source.window(), source.position(), Long.MAX_VALUE);
    RawDataSet meta = new RawDataSet(source.held(), encoding, source.position());
    Walker walker = new Walker(source, encoding, limits, Walker.OmitValues.NONE);
    long statedEnd = Long.MAX_VALUE;
    while (isMetaNext(source) && !isDeflatedFrom(statedEnd, source, meta)) {
      walker.next();
      RawElement element = walker.keep(meta);
      if (element.tag() == Tag.FileMetaInformationGroupLength && element.valueLength() == 4) {
        statedEnd = source.offset() + encoding.u32(element.bytes(), element.valueStart);
      }
    }
    return meta.string(Tag.TransferSyntaxUID);
  }

  private static boolean isMetaNext(Source source) throws IOException {
    return source.has(8)
        && Tag.group(Encoding.EXPLICIT_LITTLE.tag(source.window(), source.position())) == 2;
  }

  /** Deflated bytes may look like anything: there the group length decides. */
  private static boolean isDeflatedFrom(long statedEnd, Source source, RawDataSet meta) {
    return source.offset() == statedEnd
        && meta.string(Tag.TransferSyntaxUID)
            .filter(u -> TransferSyntax.of(u).deflated())
            .isPresent();
  }

  boolean isPresent() {
    return meta.length > 0;
  }

  /**
   * Preamble and file meta information as they came, and made where there are none.
   *
   * @param header where SOP class and instance are taken from
   */
  byte[] complete(DataSet header, TransferSyntax syntax) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(preamble.length > 0 ? preamble : newPreamble());
    out.writeBytes(meta.length > 0 ? meta : newMeta(header, syntax));
    return out.toByteArray();
  }

  private static byte[] newPreamble() {
    byte[] preamble = new byte[PREAMBLE];
    System.arraycopy(new byte[] {'D', 'I', 'C', 'M'}, 0, preamble, 128, 4);
    return preamble;
  }

  private static byte[] newMeta(DataSet header, TransferSyntax syntax) {
    ElementWriter writer = new ElementWriter(Encoding.EXPLICIT_LITTLE, CharacterSet.DEFAULT);
    ByteArrayOutputStream group = new ByteArrayOutputStream();
    group.writeBytes(writer.values(Tag.FileMetaInformationVersion, VR.OB, List.of("0001")));
    uid(Tag.MediaStorageSOPClassUID, required(header, Tag.SOPClassUID), writer, group);
    uid(Tag.MediaStorageSOPInstanceUID, required(header, Tag.SOPInstanceUID), writer, group);
    uid(Tag.TransferSyntaxUID, syntax.uid(), writer, group);
    uid(Tag.ImplementationClassUID, Implementation.CLASS_UID, writer, group);
    group.writeBytes(
        writer.values(Tag.ImplementationVersionName, VR.SH, List.of(Implementation.VERSION_NAME)));
    ByteArrayOutputStream meta = new ByteArrayOutputStream();
    meta.writeBytes(
        writer.values(
            Tag.FileMetaInformationGroupLength, VR.UL, List.of(Integer.toString(group.size()))));
    meta.writeBytes(group.toByteArray());
    return meta.toByteArray();
  }

  private static void uid(int tag, String uid, ElementWriter writer, ByteArrayOutputStream out) {
    out.writeBytes(writer.values(tag, VR.UI, List.of(uid)));
  }

  private static String required(DataSet header, int tag) {
    return header
        .string(tag)
        .orElseThrow(
            () ->
                new DicomException(
                    Reason.MALFORMED,
                    "no file meta information, and no %s to make one"
                        .formatted(Tag.toString(tag))));
  }
}
