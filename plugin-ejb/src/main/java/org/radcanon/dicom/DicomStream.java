package org.radcanon.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * An instance on its way through: the header read into memory, the rest still in the source.
 *
 * <pre>
 * stream      = [preamble "DICM" meta] dataset [padding]      ; PS3.10 7.1
 * dataset     = element*                                      ; ascending tags, PS3.5 7.1
 * </pre>
 */
public interface DicomStream {

  /**
   * Reads the header: file meta information where there is one, then the data set up to and
   * including {@code lastTag}, or to its end.
   *
   * @param in the source; stays open, and is read no further than the first element past the header
   *     (plus a read-ahead buffer)
   * @param declared the transfer syntax from outside (an association, a media type), used where the
   *     stream has no file meta information; where both are absent the encoding is told from the
   *     first elements
   * @param lastTag the last tag that the caller wants to see; without file meta information no
   *     lower than SOP Instance UID (0008,0018), which one is made of
   * @throws DicomException when it is not DICOM, truncated, malformed or past the limits
   * @throws IOException when the source fails
   */
  static DicomStream open(
      InputStream in, Optional<TransferSyntax> declared, int lastTag, ReadLimits limits)
      throws IOException {
    return OpenStream.open(in, declared, lastTag, limits);
  }

  /**
   * Reads the whole data set of an instance but for its bulk: binary values longer than {@code
   * largest}, pixel data in fragments, and text past 64 KiB are passed over, not held. Such
   * elements are there with their length, but without value; {@link JsonDataSet#of(DataSet,
   * java.util.function.IntPredicate, BulkDataUri)} gives them a URI.
   *
   * @param in the source; stays open, read to its end
   * @param largest bytes of a binary value held at most
   * @throws DicomException when it is not DICOM, truncated, malformed or past the limits
   * @throws IOException when the source fails
   */
  static DataSet readMetadata(InputStream in, int largest, ReadLimits limits) throws IOException {
    return OpenStream.readMetadata(in, largest, limits);
  }

  /** The encoding of the data set. */
  TransferSyntax transferSyntax();

  /** The data set up to the last tag asked for. */
  DataSet header();

  /** Bytes of the header's elements, as they came. */
  int headerLength();

  /**
   * The header as it will leave with this patch. Edits behind the last tag asked for do not show.
   *
   * @throws DicomException when the patch adds items to an element that is no sequence
   * @throws IllegalArgumentException when a value of the patch is none of its VR
   */
  DataSet header(Patch patch);

  /**
   * Writes the instance as a PS3.10 file: the bytes as they came but for the patch; preamble and
   * file meta information are made where the source had none. To be called once. The source is read
   * to its end and its structure is followed to the last element, so that a truncated or
   * contradictory stream is refused. Edits behind the last tag asked for are applied as well; what
   * they look into (a sequence, a group with a group length) is then held, within the limits. A
   * deflated data set (PS3.5 A.5) is deflated anew; with an empty patch its bytes stay.
   *
   * @throws DicomException when the rest turns out truncated, malformed or past the limits; what
   *     was written until then must be thrown away
   * @throws IOException when the source or the target fails
   */
  void transferTo(OutputStream out, Patch patch) throws IOException;
}
