package org.radcanon.dicom;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;

/**
 * A value that metadata leave out ({@link DicomStream#readMetadata}), to be copied out of its
 * instance when its URI is asked for (PS3.18 8.7.3.3, 10.4.1.1.5). The instance is read twice: once
 * to find the value, once to copy it; neither holds it in memory.
 */
public final class BulkData {
  private static final int BUFFER = 64 << 10;

  private final RawElement element;
  private final TransferSyntax transferSyntax;
  private final List<List<Extent>> pieces;

  /** Bytes of a stream; those of a deflated data set are counted inflated. */
  record Extent(long offset, long length) {

    /** What one of these costs, roughly; counted against the limit of held bytes. */
    static final int COST = 16;
  }

  private BulkData(RawElement element, TransferSyntax transferSyntax, int frames) {
    this.element = element;
    this.transferSyntax = transferSyntax;
    this.pieces =
        element.isUndefinedLength()
            ? frames(element.extents, frames)
            : List.of(List.copyOf(element.extents));
  }

  /** Behind the Basic Offset Table a fragment a frame, or all of them together (PS3.5 A.4). */
  private static List<List<Extent>> frames(List<Extent> extents, int frames) {
    List<Extent> fragments = extents.isEmpty() ? extents : extents.subList(1, extents.size());
    return fragments.size() == frames
        ? fragments.stream().map(List::of).toList()
        : List.of(List.copyOf(fragments));
  }

  /**
   * Finds the value that a path of {@link BulkDataUri} names.
   *
   * @param in the instance as a PS3.10 file; stays open, read to its end
   * @param largest as for the metadata that the path is from
   * @return empty when there is no such element, or its value stands in the metadata
   * @throws DicomException when it is not DICOM, truncated, malformed or past the limits
   * @throws IOException when the source fails
   */
  public static Optional<BulkData> find(InputStream in, String path, int largest, ReadLimits limits)
      throws IOException {
    OpenStream stream = OpenStream.openForMetadata(in, largest, limits);
    return element(stream.header(), path.split("/"))
        .filter(element -> element.omitted)
        .map(element -> new BulkData(element, stream.transferSyntax(), frames(stream.header())));
  }

  private static int frames(DataSet header) {
    return header
        .string(Tag.NumberOfFrames)
        .filter(n -> n.matches("[0-9]{1,9}"))
        .map(Integer::parseInt)
        .orElse(1);
  }

  private static Optional<RawElement> element(DataSet dataSet, String[] path) {
    DataSet within = dataSet;
    for (int i = 0; i + 2 < path.length; i += 2) {
      Optional<Integer> tag = Tag.parse(path[i]);
      List<DataSet> items = tag.isPresent() ? within.items(tag.get()) : List.of();
      int index = path[i + 1].matches("[0-9]{1,6}") ? Integer.parseInt(path[i + 1]) : -1;
      if (index < 0 || index >= items.size()) {
        return Optional.empty();
      }
      within = items.get(index);
    }
    return path.length % 2 == 0
        ? Optional.empty()
        : Tag.parse(path[path.length - 1])
            .flatMap(within::element)
            .map(found -> found instanceof RawElement raw ? raw : null);
  }

  public VR vr() {
    return element.vr();
  }

  /** The transfer syntax of the instance, which fragments are compressed by. */
  public TransferSyntax transferSyntax() {
    return transferSyntax;
  }

  /** The value stands in fragments (PS3.5 A.4). */
  public boolean isEncapsulated() {
    return element.isUndefinedLength();
  }

  /**
   * How many pieces the value has: frames, where each has a fragment of its own; else one, as for a
   * single frame in several fragments, for video, and for everything that is not in fragments.
   */
  public int pieces() {
    return pieces.size();
  }

  /**
   * Copies one piece. Words that are not in fragments leave in little endian.
   *
   * @param again the same instance from its beginning; read as far as needed
   * @param piece from 0
   * @throws IOException when the source or the target fails
   */
  public void copy(InputStream again, int piece, OutputStream out) throws IOException {
    InputStream in = transferSyntax.deflated() ? inflated(again) : again;
    boolean swap = transferSyntax.bigEndian() && !isEncapsulated() && vr().unit() > 1;
    OutputStream target = swap ? new Swapping(out, vr().unit()) : out;
    long position = 0;
    for (Extent extent : pieces.get(piece)) {
      in.skipNBytes(extent.offset() - position);
      copy(in, extent.length(), target);
      position = extent.offset() + extent.length();
    }
    target.flush();
  }

  private static InputStream inflated(InputStream file) throws IOException {
    Source source = new Source(file, ReadLimits.DEFAULT.headerBytes());
    FileMeta.read(source, ReadLimits.DEFAULT);
    InputStream deflated =
        new SequenceInputStream(new ByteArrayInputStream(source.takeRest()), file);
    InflatingStream inflating = new InflatingStream(deflated, ReadLimits.DEFAULT.inflatedRatio());
    inflating.copyTo(OutputStream.nullOutputStream());
    return inflating;
  }

  private static void copy(InputStream in, long length, OutputStream out) throws IOException {
    byte[] buffer = new byte[(int) Math.min(BUFFER, length)];
    for (long rest = length; rest > 0; ) {
      int read = in.readNBytes(buffer, 0, (int) Math.min(rest, buffer.length));
      if (read == 0) {
        throw new DicomException(DicomException.Reason.TRUNCATED, "the value has become shorter");
      }
      out.write(buffer, 0, read);
      rest -= read;
    }
  }

  /** Turns the bytes of each word around (PS3.5 7.3). */
  private static final class Swapping extends FilterOutputStream {
    private final byte[] word;
    private int filled;

    Swapping(OutputStream out, int unit) {
      super(out);
      this.word = new byte[unit];
    }

    @Override
    public void write(int b) throws IOException {
      word[word.length - 1 - filled++] = (byte) b;
      if (filled == word.length) {
        out.write(word);
        filled = 0;
      }
    }
  }
}
