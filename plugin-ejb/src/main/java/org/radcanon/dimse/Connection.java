package org.radcanon.dimse;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The transport connection (PS3.8 9.1), plain or over TLS: bytes in, bytes out, neither of them
 * waiting for ever. Closing it from any thread ends what others wait for.
 */
final class Connection implements Closeable {

  private static final Duration LAST_WORD = Duration.ofSeconds(1);

  private final Socket transport;
  private final Socket socket;
  private final WireInput input;
  private final OutputStream output;
  private final Duration response;
  private final Watchdog.Timer sending;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile boolean stalled;

  private Connection(Socket transport, Socket socket, DimseSettings settings, Watchdog watchdog)
      throws IOException {
    this.transport = transport;
    this.socket = socket;
    this.input = new WireInput(socket, settings.response(), guard(watchdog));
    this.output = socket.getOutputStream();
    this.response = settings.response();
    this.sending = watchdog.timer(this::stall);
  }

  private Optional<WireInput.Guard> guard(Watchdog watchdog) {
    return socket == transport
        ? Optional.empty()
        : Optional.of(new WireInput.Guard(watchdog, () -> closeQuietly(transport)));
  }

  /** A peer's connection; the TLS handshake has to end within the time of ARTIM. */
  static Connection accepted(
      Socket transport, Optional<TlsProfile> tls, DimseSettings settings, Watchdog watchdog)
      throws IOException {
    Watchdog.Timer handshake = watchdog.timer(() -> closeQuietly(transport));
    handshake.start(settings.artim());
    try {
      transport.setTcpNoDelay(true);
      transport.setSoTimeout(millis(settings.artim()));
      Socket socket = tls.isPresent() ? tls.get().accept(transport) : transport;
      return new Connection(transport, socket, settings, watchdog);
    } finally {
      handshake.cancel();
    }
  }

  /** Opens one to a peer, TLS handshake included, within the time to connect. */
  static Connection open(
      InetSocketAddress peer, Optional<TlsProfile> tls, DimseSettings settings, Watchdog watchdog)
      throws IOException {
    Socket transport = new Socket();
    Watchdog.Timer connecting = watchdog.timer(() -> closeQuietly(transport));
    connecting.start(settings.connect());
    try {
      transport.setTcpNoDelay(true);
      transport.connect(peer, millis(settings.connect()));
      transport.setSoTimeout(millis(settings.connect()));
      Socket socket = tls.isPresent() ? tls.get().connect(transport, peer) : transport;
      return new Connection(transport, socket, settings, watchdog);
    } catch (IOException | RuntimeException e) {
      closeQuietly(transport);
      throw e;
    } finally {
      connecting.cancel();
    }
  }

  WireInput input() {
    return input;
  }

  /** The peer's address and port, without name look-up. */
  String peer() {
    return transport.getInetAddress().getHostAddress() + ":" + transport.getPort();
  }

  void write(byte[] bytes, int offset, int length) throws IOException {
    writing.lock();
    try {
      sending.start(response);
      output.write(bytes, offset, length);
      output.flush();
    } finally {
      sending.stop();
      writing.unlock();
    }
  }

  /**
   * Writes from any thread, unless another one is in the middle of a PDU, and without much
   * patience; a failure is none, since the connection is at its end anyway.
   */
  void lastWord(byte[] bytes) {
    if (!writing.tryLock()) {
      return;
    }
    try {
      sending.start(LAST_WORD.compareTo(response) < 0 ? LAST_WORD : response);
      output.write(bytes);
      output.flush();
    } catch (IOException e) {
      close();
    } finally {
      sending.stop();
      writing.unlock();
    }
  }

  boolean isWriting() {
    return writing.isLocked();
  }

  /** Whether bytes are there that nobody has read yet, in whatever layer. */
  boolean arrived() throws IOException {
    return input.available() > 0 || transport.getInputStream().available() > 0;
  }

  /** Whether it was closed because the peer did not read what we sent. */
  boolean stalled() {
    return stalled;
  }

  private void stall() {
    stalled = true;
    close();
  }

  /** Closes the socket under TLS: TLS itself would wait for a blocked writer, and for the peer. */
  @Override
  public void close() {
    closeTls();
    sending.cancel();
    input.letGo();
    closeQuietly(transport);
  }

  private void closeTls() {
    if (socket == transport || transport.isClosed() || !writing.tryLock()) {
      return;
    }
    try {
      sending.start(LAST_WORD);
      socket.shutdownOutput();
    } catch (IOException e) {
      closeQuietly(transport);
    } finally {
      sending.stop();
      writing.unlock();
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing more can be done for it, and nobody waits for it.
    }
  }

  private static int millis(Duration duration) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
  }
}
