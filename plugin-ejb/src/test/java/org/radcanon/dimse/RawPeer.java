package org.radcanon.dimse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.radcanon.dimse.Pdu.OfferedContext;
import org.radcanon.dimse.Pdu.UserInformation;

/** A peer that writes whatever bytes it likes. */
final class RawPeer implements AutoCloseable {

  final Socket socket = new Socket();

  RawPeer(InetSocketAddress address) throws IOException {
    socket.connect(address, 5000);
    socket.setSoTimeout(20_000);
  }

  RawPeer write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  RawPeer write(Pdu pdu) throws IOException {
    return write(PduWriter.bytes(pdu));
  }

  Pdu read() throws IOException {
    return PduReader.read(socket.getInputStream(), 1 << 20, 1 << 20);
  }

  /** Whether the other side has closed. */
  boolean isAtEnd() throws IOException {
    return socket.getInputStream().read() < 0;
  }

  /** A peer whose association is accepted, with CT storage as context 1. */
  static RawPeer associated(InetSocketAddress address) throws IOException {
    RawPeer peer = new RawPeer(address);
    peer.write(request("PEER", "RADCANON"));
    if (!(peer.read() instanceof Pdu.AssociateAccept)) {
      throw new AssertionError("not accepted");
    }
    return peer;
  }

  static Pdu.AssociateRequest request(String calling, String called) {
    return request(calling, called, Pdu.DICOM_APPLICATION_CONTEXT, 1);
  }

  static Pdu.AssociateRequest request(
      String calling, String called, String applicationContext, int version) {
    return new Pdu.AssociateRequest(
        version,
        called,
        calling,
        applicationContext,
        List.of(new OfferedContext(1, Loopback.CT, List.of(Loopback.IMPLICIT))),
        user(16384));
  }

  static UserInformation user(long maximumLength) {
    return new UserInformation(
        maximumLength, "1.2.3", Optional.of("TEST"), Optional.empty(), List.of(), Optional.empty());
  }

  /** A P-DATA-TF with one value. */
  static byte[] data(int contextId, int control, byte[] fragment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PduWriter.bytes(new Pdu.Data(fragment.length + 6)));
    out.writeBytes(
        ByteBuffer.allocate(6)
            .putInt(fragment.length + 2)
            .put((byte) contextId)
            .put((byte) control)
            .array());
    out.writeBytes(fragment);
    return out.toByteArray();
  }

  void hangUp() throws IOException {
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
