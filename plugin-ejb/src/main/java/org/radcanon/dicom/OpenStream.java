package org.radcanon.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** The one implementation of {@link DicomStream}. */
final class OpenStream implements DicomStream {

  /** Text longer than this is bulk data, too, when metadata are read. */
  private static final int LONGEST_TEXT = 64 << 10;

  /** Levels that a patch may add to those of the stream. */
  private static final int PATCH_NESTING = 16;

  private final FileMeta meta;
  private final ReadLimits limits;
  private final TransferSyntax transferSyntax;
  private final Source source;
  private final Optional<InflatingStream> inflating;
  private final Walker walker;
  private final int lastTag;
  private final RawDataSet header;
  private Walker.Next next;
  private boolean transferred;

  private OpenStream(Beginning beginning, int lastTag, ReadLimits limits, Walker.OmitValues omit)
      throws IOException {
    this.meta = beginning.meta();
    this.transferSyntax = beginning.syntax();
    this.source = beginning.source();
    this.inflating = beginning.inflating();
    this.limits = limits;
    this.lastTag =
        meta.isPresent() || Tag.precedes(Tag.SOPInstanceUID, lastTag)
            ? lastTag
            : Tag.SOPInstanceUID;
    Encoding encoding = Encoding.of(transferSyntax);
    this.walker = new Walker(source, encoding, limits, omit);
    if (beginning.guessed()) {
      walker.refuseFragments();
    }
    this.header = new RawDataSet(source.held(), encoding, source.position());
    this.next = walker.next();
    while (next == Walker.Next.ELEMENT && !Tag.precedes(this.lastTag, walker.tag())) {
      walker.keep(header);
      next = walker.next();
    }
    header.contentEnd = source.position();
  }

  static OpenStream open(
      InputStream in, Optional<TransferSyntax> declared, int lastTag, ReadLimits limits)
      throws IOException {
    return new OpenStream(
        Beginning.read(in, declared, limits), lastTag, limits, Walker.OmitValues.NONE);
  }

  static DataSet readMetadata(InputStream in, int largest, ReadLimits limits) throws IOException {
    return openForMetadata(in, largest, limits).header;
  }

  static OpenStream openForMetadata(InputStream in, int largest, ReadLimits limits)
      throws IOException {
    Walker.OmitValues bulk =
        (vr, length) -> length > (vr.kind() == VR.Kind.TEXT ? LONGEST_TEXT : largest);
    OpenStream stream =
        new OpenStream(Beginning.read(in, Optional.empty(), limits), -1, limits, bulk);
    stream.source.run(null);
    if (stream.next == Walker.Next.PADDING) {
      stream.walker.passPadding();
    }
    stream.source.close();
    return stream;
  }

  @Override
  public TransferSyntax transferSyntax() {
    return transferSyntax;
  }

  @Override
  public DataSet header() {
    return header;
  }

  @Override
  public int headerLength() {
    return header.contentEnd - header.contentStart;
  }

  @Override
  public DataSet header(Patch patch) {
    Patch upToLast = upTo(lastTag, patch);
    return upToLast.isEmpty() ? header : parsed(Patcher.apply(header, upToLast).toByteArray());
  }

  private RawDataSet parsed(byte[] bytes) {
    try {
      Source whole = Source.of(bytes);
      ReadLimits roomForPatch =
          new ReadLimits(Integer.MAX_VALUE, limits.nesting() + PATCH_NESTING, 1);
      Walker again = new Walker(whole, header.encoding, roomForPatch, Walker.OmitValues.NONE);
      RawDataSet patched = new RawDataSet(whole.held(), header.encoding, 0);
      while (again.next() == Walker.Next.ELEMENT) {
        again.keep(patched);
      }
      patched.contentEnd = bytes.length;
      return patched;
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void transferTo(OutputStream out, Patch patch) throws IOException {
    if (transferred) {
      throw new IllegalStateException("the source has been read already");
    }
    transferred = true;
    try (Outlet outlet = new Outlet(out)) {
      outlet.write(meta.complete(meta.isPresent() ? header : header(patch), transferSyntax));
      if (inflating.isPresent()) {
        transferDeflated(outlet, patch, inflating.get());
      } else {
        transferDataSet(outlet, patch);
      }
      outlet.flush();
    } finally {
      source.close();
    }
  }

  private void transferDeflated(Outlet out, Patch patch, InflatingStream in) throws IOException {
    boolean same = patch.isEmpty();
    try (in;
        DeflatingStream deflating = new DeflatingStream(out);
        Outlet inflated = new Outlet(same ? OutputStream.nullOutputStream() : deflating)) {
      in.copyTo(same ? out : OutputStream.nullOutputStream());
      transferDataSet(inflated, patch);
      in.passTrailer();
      if (!same) {
        inflated.flush();
        deflating.finish();
      }
    }
  }

  private void transferDataSet(Outlet out, Patch patch) throws IOException {
    int heldTo = lastTag;
    RawDataSet held = header;
    if (reachesIntoLastGroup(patch)) {
      heldTo = lastTag | 0xFFFF;
      held = throughGroupOf(lastTag);
    }
    Patcher.apply(held, upTo(heldTo, patch)).writeTo(out);
    new Tail(source, walker, header, out, behind(heldTo, patch)).transfer(next);
  }

  /** An edit behind the header changes a group whose group length stands in the header. */
  private boolean reachesIntoLastGroup(Patch patch) {
    return header.find(lastTag & 0xFFFF0000) != null
        && behind(lastTag, patch).edits().stream()
            .anyMatch(edit -> Tag.group(edit.tag()) == Tag.group(lastTag));
  }

  private RawDataSet throughGroupOf(int tag) throws IOException {
    RawDataSet longer = header.copy();
    while (next == Walker.Next.ELEMENT && Tag.group(walker.tag()) == Tag.group(tag)) {
      walker.keep(longer);
      next = walker.next();
    }
    longer.contentEnd = source.position();
    return longer;
  }

  private static Patch upTo(int tag, Patch patch) {
    return new Patch(
        patch.edits().stream().filter(edit -> !Tag.precedes(tag, edit.tag())).toList());
  }

  private static Patch behind(int tag, Patch patch) {
    return new Patch(patch.edits().stream().filter(edit -> Tag.precedes(tag, edit.tag())).toList());
  }
}
