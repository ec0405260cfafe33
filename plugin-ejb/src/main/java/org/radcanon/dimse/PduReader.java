package org.radcanon.dimse;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * From bytes to PDUs (PS3.8 9.3).
 *
 * <pre>
 * PDU = type(1) reserved(1) length(4) body(length)     ; big endian
 * RJ  = reserved(1) result(1) source(1) reason(1)
 * ABORT = reserved(2) source(1) reason(1)
 * </pre>
 */
final class PduReader {

  static final int ASSOCIATE_RQ = 1;
  static final int ASSOCIATE_AC = 2;
  static final int ASSOCIATE_RJ = 3;
  static final int P_DATA_TF = 4;
  static final int RELEASE_RQ = 5;
  static final int RELEASE_RP = 6;
  static final int ABORT = 7;

  static final int HEADER = 6;

  /** Length, context id and control header of a presentation data value, and no byte in it. */
  private static final int SHORTEST_DATA = 6;

  private static final int FIXED = 4;

  private PduReader() {}

  /**
   * Reads one PDU; of a P-DATA-TF its beginning only. Holds no more than what has arrived.
   *
   * @param negotiationLimit bytes of an A-ASSOCIATE body at most
   * @param dataLimit bytes of a P-DATA-TF body at most
   * @throws InvalidPduException when it is none or over a limit
   * @throws EOFException when the stream ends before or inside it
   */
  static Pdu read(InputStream in, int negotiationLimit, long dataLimit) throws IOException {
    ByteBuffer header = exactly(in, HEADER);
    int type = header.get() & 0xFF;
    long length = header.getInt(2) & 0xFFFFFFFFL;
    return switch (type) {
      case ASSOCIATE_RQ -> AssociateDecoder.request(body(in, length, negotiationLimit));
      case ASSOCIATE_AC -> AssociateDecoder.accept(body(in, length, negotiationLimit));
      case P_DATA_TF -> data(length, dataLimit);
      case ASSOCIATE_RJ, RELEASE_RQ, RELEASE_RP, ABORT -> fixed(type, in, length);
      default -> throw InvalidPduException.unrecognised();
    };
  }

  private static Pdu data(long length, long limit) throws IOException {
    if (length < SHORTEST_DATA || length > limit) {
      throw InvalidPduException.invalid("P-DATA-TF of %d bytes".formatted(length));
    }
    return new Pdu.Data(length);
  }

  private static Pdu fixed(int type, InputStream in, long length) throws IOException {
    if (length != FIXED) {
      throw InvalidPduException.invalid("PDU of type %d with %d bytes".formatted(type, length));
    }
    ByteBuffer b = exactly(in, FIXED);
    return switch (type) {
      case ASSOCIATE_RJ ->
          new Pdu.AssociateReject(Rejection.received(b.get(1), b.get(2), b.get(3)));
      case RELEASE_RQ -> new Pdu.ReleaseRequest();
      case RELEASE_RP -> new Pdu.ReleaseResponse();
      default -> new Pdu.Abort(b.get(2) & 0xFF, b.get(3) & 0xFF);
    };
  }

  private static ByteBuffer body(InputStream in, long length, int limit) throws IOException {
    if (length > limit) {
      throw InvalidPduException.invalid("A-ASSOCIATE of %d bytes".formatted(length));
    }
    return exactly(in, (int) length);
  }

  private static ByteBuffer exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the connection ended inside a PDU, or before it");
    }
    return ByteBuffer.wrap(bytes);
  }
}
