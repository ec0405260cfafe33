package org.radcanon.dicom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.radcanon.dicom.DicomException.Reason;

/**
 * How an instance begins: what stands before the data set, and which encoding that has. The source
 * stands at its first element.
 *
 * @param inflating where the data set is deflated
 * @param guessed nobody said the transfer syntax
 */
record Beginning(
    FileMeta meta,
    TransferSyntax syntax,
    Source source,
    Optional<InflatingStream> inflating,
    boolean guessed) {

  static Beginning read(InputStream in, Optional<TransferSyntax> declared, ReadLimits limits)
      throws IOException {
    Source source = new Source(in, limits.headerBytes());
    FileMeta meta = FileMeta.read(source, limits);
    Optional<TransferSyntax> stated =
        meta.isPresent() ? meta.transferSyntax().map(TransferSyntax::of) : declared;
    Optional<InflatingStream> inflating = Optional.empty();
    if (stated.filter(TransferSyntax::deflated).isPresent()) {
      InputStream deflated =
          new SequenceInputStream(new ByteArrayInputStream(source.takeRest()), in);
      inflating = Optional.of(new InflatingStream(deflated, limits.inflatedRatio()));
      source = new Source(inflating.get(), limits.headerBytes());
    }
    requireDataSet(source, meta);
    return new Beginning(meta, syntax(source, stated), source, inflating, stated.isEmpty());
  }

  private static void requireDataSet(Source source, FileMeta meta) throws IOException {
    boolean begins = source.has(8);
    if (meta.isPresent() && !begins) {
      throw new DicomException(Reason.TRUNCATED, "no data set behind the file meta information");
    }
    boolean announced = meta.isPresent() || meta.preamble().length > 0;
    if (!begins || !announced && Encoding.sniff(source.window(), source.position()) == null) {
      throw new DicomException(
          Reason.NOT_DICOM, "neither file meta information nor a plausible first element");
    }
  }

  /**
   * As stated, but for a first element that clearly says otherwise; where nothing is stated, as the
   * first element looks, and the default of PS3.5 10.1 when that leaves it open.
   */
  private static TransferSyntax syntax(Source source, Optional<TransferSyntax> stated) {
    byte[] window = source.window();
    int at = source.position();
    if (stated.isPresent()) {
      Encoding encoding = Encoding.of(stated.get());
      return stated.get().as(encoding.observed(window, at, Long.MAX_VALUE));
    }
    Encoding sniffed = Encoding.sniff(window, at);
    if (sniffed == null) {
      sniffed = Encoding.IMPLICIT_LITTLE.observed(window, at, Long.MAX_VALUE);
    }
    return TransferSyntax.nativeSyntax(sniffed);
  }
}
