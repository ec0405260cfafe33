package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcanon.dimse.Association.IncomingMessage;
import org.radcanon.dimse.AssociationException.Ending;

@Timeout(60)
class HostilePeerTest {

  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();

  private static DimseSettings settings(Duration artim, Duration idle, Duration response) {
    return new DimseSettings(16 << 10, 1 << 16, 1, artim, LONG, idle, response);
  }

  /** Reads all messages and notes how it ended. */
  private void readAll(Association association) {
    try {
      Optional<IncomingMessage> message = association.next();
      while (message.isPresent()) {
        message.get().dataSet().transferTo(OutputStream.nullOutputStream());
        message = association.next();
      }
    } catch (AssociationException e) {
      endings.add(e.ending());
    } catch (IOException e) {
      throw new AssertionError("not translated", e);
    }
  }

  private Ending ending() throws InterruptedException {
    return endings.poll(20, TimeUnit.SECONDS);
  }

  private Loopback loopback() throws IOException {
    return new Loopback(this::readAll);
  }

  private Loopback loopback(DimseSettings settings) throws IOException {
    return new Loopback(settings, Optional.empty(), 8, this::readAll);
  }

  static List<byte[]> violations() {
    byte[] command = Loopback.command(true);
    return List.of(
        new byte[] {0x42, 0, 0, 0, 0, 0},
        PduWriter.bytes(new Pdu.Data(5)),
        PduWriter.bytes(new Pdu.Data((16 << 10) + 1)),
        PduWriter.bytes(new Pdu.Data(-1)),
        RawPeer.data(3, 3, command),
        RawPeer.data(1, 2, new byte[10]),
        RawPeer.data(1, 3, new byte[0]),
        RawPeer.data(1, 3, new byte[] {0, 0, 0, 0, -1, -1, -1, -1}),
        new byte[] {4, 0, 0, 0, 0, 6, 0, 0, 0, 1, 1, 3},
        new byte[] {4, 0, 0, 0, 0, 6, 0, 0, 0, 3, 1, 3},
        new byte[] {4, 0, 0, 0, 0, 6, -1, -1, -1, -1, 1, 3},
        joined(RawPeer.data(1, 3, command), RawPeer.data(1, 3, command)),
        joined(RawPeer.data(1, 3, command), PduWriter.bytes(new Pdu.ReleaseRequest())),
        joined(RawPeer.data(1, 1, command), RawPeer.data(1, 2, new byte[4])),
        PduWriter.bytes(RawPeer.request("PEER", "RADCANON")),
        PduWriter.bytes(new Pdu.AssociateReject(Rejection.NO_REASON)),
        PduWriter.bytes(new Pdu.ReleaseResponse()));
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @ParameterizedTest
  @MethodSource("violations")
  void what_violates_the_protocol_is_aborted(byte[] bytes) throws Exception {
    try (Loopback loopback = loopback();
        RawPeer peer = RawPeer.associated(loopback.acceptor.address())) {
      peer.write(bytes);

      assertThat(peer.read())
          .isInstanceOfSatisfying(Pdu.Abort.class, a -> assertThat(a.source()).isEqualTo(2));
      peer.hangUp();
      assertThat(ending()).isEqualTo(Ending.PROTOCOL);
    }
  }

  @Test
  void a_command_without_end_is_aborted() throws Exception {
    try (Loopback loopback = loopback();
        RawPeer peer = RawPeer.associated(loopback.acceptor.address())) {
      for (int i = 0; i < 9; i++) {
        peer.write(RawPeer.data(1, 1, new byte[8 << 10]));
      }

      assertThat(peer.read()).isInstanceOf(Pdu.Abort.class);
      peer.hangUp();
      assertThat(ending()).isEqualTo(Ending.PROTOCOL);
    }
  }

  @Test
  void after_an_abort_what_still_comes_is_ignored_until_the_peer_closes() throws Exception {
    try (Loopback loopback = loopback();
        RawPeer peer = RawPeer.associated(loopback.acceptor.address())) {
      peer.write(new Pdu.ReleaseResponse());
      assertThat(peer.read()).isInstanceOf(Pdu.Abort.class);

      peer.write(RawPeer.data(1, 2, new byte[100])).write(RawPeer.request("PEER", "RADCANON"));

      assertThat(peer.read()).isInstanceOf(Pdu.Abort.class);
      peer.write(Pdu.Abort.byUser());
      assertThat(peer.isAtEnd()).isTrue();
      assertThat(ending()).isEqualTo(Ending.PROTOCOL);
    }
  }

  @Test
  void a_peer_that_vanishes_in_a_data_set_broke_the_connection() throws Exception {
    try (Loopback loopback = loopback();
        RawPeer peer = RawPeer.associated(loopback.acceptor.address())) {
      peer.write(RawPeer.data(1, 3, Loopback.command(true)));
      peer.write(RawPeer.data(1, 0, new byte[100]));
      peer.hangUp();

      assertThat(ending()).isEqualTo(Ending.CONNECTION);
    }
  }

  @Test
  void a_peer_that_says_nothing_at_all_is_closed_when_artim_expires() throws Exception {
    try (Loopback loopback = loopback(settings(SHORT, LONG, LONG));
        RawPeer peer = new RawPeer(loopback.acceptor.address())) {
      peer.write(new byte[] {1, 0, 0});

      assertThat(peer.isAtEnd()).isTrue();
      assertThat(loopback.reported()).isEqualTo("rejected: the peer was silent for too long");
    }
  }

  @Test
  void an_idle_association_is_aborted() throws Exception {
    try (Loopback loopback = loopback(settings(LONG, SHORT, LONG));
        RawPeer peer = RawPeer.associated(loopback.acceptor.address())) {
      assertThat(peer.read()).isEqualTo(Pdu.Abort.byUser());
      peer.hangUp();
      assertThat(ending()).isEqualTo(Ending.TIMEOUT);
    }
  }

  @Test
  void a_message_that_does_not_go_on_is_aborted() throws Exception {
    try (Loopback loopback = loopback(settings(LONG, LONG, SHORT));
        RawPeer peer = RawPeer.associated(loopback.acceptor.address())) {
      peer.write(RawPeer.data(1, 3, Loopback.command(true)));

      assertThat(peer.read()).isEqualTo(Pdu.Abort.byUser());
      peer.hangUp();
      assertThat(ending()).isEqualTo(Ending.TIMEOUT);
    }
  }

  @Test
  void a_peer_that_does_not_close_after_release_is_closed_when_artim_expires() throws Exception {
    try (Loopback loopback = loopback(settings(SHORT, LONG, LONG));
        RawPeer peer = RawPeer.associated(loopback.acceptor.address())) {
      peer.write(new Pdu.ReleaseRequest());

      assertThat(peer.read()).isEqualTo(new Pdu.ReleaseResponse());
      assertThat(peer.isAtEnd()).isTrue();
    }
  }

  @Test
  void a_peer_that_aborts_while_we_send_has_aborted() throws Exception {
    try (Loopback loopback = new Loopback(HostilePeerTest::abortAtOnce);
        Association association = loopback.associate(Loopback.STORE_CT)) {
      OutputStream out = association.sendWithDataSet(1, Loopback.command(true));

      assertThatThrownBy(() -> writeForEver(out))
          .isInstanceOfSatisfying(
              AssociationException.class,
              e -> assertThat(e.ending()).isEqualTo(Ending.ABORTED_BY_PEER));
    }
  }

  private static void abortAtOnce(Association association) {
    ((SocketAssociation) association).end();
  }

  @Test
  void a_peer_that_never_reads_does_not_hold_the_sender_for_ever() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Requestor requestor = new Requestor(settings(SHORT, LONG, SHORT), Optional.empty())) {
      deaf.setReceiveBufferSize(4096);
      Thread accepting = new Thread(() -> acceptAndNeverRead(deaf));
      accepting.start();
      Association association =
          requestor.associate(
              new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort()),
              Loopback.PEER,
              Loopback.US,
              List.of(Loopback.STORE_CT));

      OutputStream out = association.sendWithDataSet(1, Loopback.command(true));
      assertThatThrownBy(() -> writeForEver(out))
          .isInstanceOfSatisfying(
              AssociationException.class, e -> assertThat(e.ending()).isEqualTo(Ending.TIMEOUT));
      accepting.interrupt();
    }
  }

  private static void writeForEver(OutputStream out) throws IOException {
    byte[] piece = new byte[1 << 20];
    while (true) {
      out.write(piece);
    }
  }

  private static void acceptAndNeverRead(ServerSocket server) {
    try (Socket socket = server.accept()) {
      InputStream in = socket.getInputStream();
      Pdu.AssociateRequest request = (Pdu.AssociateRequest) PduReader.read(in, 1 << 16, 1 << 16);
      Pdu.AssociateAccept accept =
          new Pdu.AssociateAccept(
              1,
              request.called(),
              request.calling(),
              request.applicationContext(),
              List.of(new Pdu.ContextResult(1, 0, Loopback.IMPLICIT)),
              RawPeer.user(0));
      socket.getOutputStream().write(PduWriter.bytes(accept));
      new CountDownLatch(1).await();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
