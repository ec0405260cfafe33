package org.radcanon.dimse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** An acceptor on a free port of the loopback, what it reports, and a requestor to call it with. */
final class Loopback implements AutoCloseable {

  static final String VERIFICATION = "1.2.840.10008.1.1";
  static final String CT = "1.2.840.10008.5.1.4.1.1.2";
  static final String IMPLICIT = "1.2.840.10008.1.2";
  static final String EXPLICIT = "1.2.840.10008.1.2.1";
  static final String FAULT = "1.2.3.4.5";
  static final AeTitle US = new AeTitle("RADCANON");
  static final AeTitle PEER = new AeTitle("PEER");

  /** Short where a test waits for it, long elsewhere. */
  static final DimseSettings SETTINGS =
      new DimseSettings(
          16 << 10,
          1 << 16,
          4,
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20));

  static final Requestor.Proposal VERIFY = new Requestor.Proposal(VERIFICATION, List.of(IMPLICIT));
  static final Requestor.Proposal STORE_CT =
      new Requestor.Proposal(CT, List.of(IMPLICIT, EXPLICIT));

  final BlockingQueue<String> log = new LinkedBlockingQueue<>();
  final Acceptor acceptor;
  final Requestor requestor;
  private final ExecutorService executor = Executors.newCachedThreadPool();

  Loopback(Consumer<Association> handler) throws IOException {
    this(SETTINGS, Optional.empty(), 8, handler);
  }

  Loopback(
      DimseSettings settings,
      Optional<TlsProfile> tls,
      int maximumAssociations,
      Consumer<Association> handler)
      throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Acceptor.Setup setup =
        new Acceptor.Setup(settings, maximumAssociations, tls, new Everything(), new Log(log));
    acceptor = Acceptor.open(anyPort, setup, executor, handler);
    requestor = new Requestor(settings, tls);
  }

  Association associate(Requestor.Proposal... proposals) throws IOException {
    return requestor.associate(acceptor.address(), PEER, US, List.of(proposals));
  }

  /** The next thing reported. */
  String reported() throws InterruptedException {
    String line = log.poll(20, TimeUnit.SECONDS);
    return line == null ? "nothing" : line;
  }

  @Override
  public void close() {
    acceptor.close(Duration.ZERO);
    requestor.close();
    executor.shutdownNow();
  }

  /** A command set that says little more than whether a data set follows. */
  static byte[] command(boolean dataSet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(element(0x0100, 0x0001));
    out.writeBytes(element(0x0800, dataSet ? 0x0000 : 0x0101));
    return out.toByteArray();
  }

  private static byte[] element(int element, int value) {
    return ByteBuffer.allocate(10)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 0)
        .putShort((short) element)
        .putInt(2)
        .putShort((short) value)
        .array();
  }

  /** Takes Verification and CT storage from whoever but STRANGER calls RADCANON; fails at FAULT. */
  private record Everything() implements Policy {
    @Override
    public Optional<Rejection> refusal(
        AeTitle calling, AeTitle called, Pdu.AssociateRequest request) {
      if (!called.equals(US)) {
        return Optional.of(Rejection.CALLED_NOT_RECOGNISED);
      }
      return calling.value().equals("STRANGER")
          ? Optional.of(Rejection.CALLING_NOT_RECOGNISED)
          : Optional.empty();
    }

    @Override
    public boolean offers(String abstractSyntax) {
      if (abstractSyntax.equals(FAULT)) {
        throw new IllegalStateException("a fault of ours");
      }
      return abstractSyntax.equals(VERIFICATION) || abstractSyntax.equals(CT);
    }

    @Override
    public Optional<String> transferSyntax(String abstractSyntax, List<String> offered) {
      return offered.contains(EXPLICIT)
          ? Optional.of(EXPLICIT)
          : offered.stream().filter(IMPLICIT::equals).findFirst();
    }
  }

  private record Log(BlockingQueue<String> lines) implements DimseEvents {
    @Override
    public void accepted(AeTitle calling, AeTitle called, String peer) {
      lines.add("accepted %s".formatted(calling));
    }

    @Override
    public void rejected(String peer, String reason) {
      lines.add("rejected: " + reason);
    }

    @Override
    public void serviceFailed(RuntimeException failure) {
      lines.add("failed: " + failure);
    }
  }
}
