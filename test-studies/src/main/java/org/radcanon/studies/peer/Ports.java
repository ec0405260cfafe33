package org.radcanon.studies.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** TCP ports of loopback. */
public final class Ports {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  /** Below the range that the kernel hands out to connections (from 32768 on Linux). */
  private static final int LOWEST = 12_000;

  private static final int HIGHEST = 32_000;

  private Ports() {}

  /** One that nobody listens on, outside of the range that outgoing connections come from. */
  public static int free() {
    return search(LOWEST, HIGHEST, 0);
  }

  /** A number that can be added to each of the ports and makes a free one. */
  public static int offset(int... ports) {
    int highest = Arrays.stream(ports).max().orElseThrow();
    int lowest = Arrays.stream(ports).min().orElseThrow();
    return search(Math.max(1, LOWEST - lowest), HIGHEST - highest, ports);
  }

  private static int search(int from, int to, int... ports) {
    Random random = new Random();
    for (int attempt = 0; attempt < 1000; attempt++) {
      int offset = from + random.nextInt(Math.max(1, to - from));
      if (Arrays.stream(ports).allMatch(port -> isFree(port + offset))) {
        return offset;
      }
    }
    throw new IllegalStateException("no free ports found");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  public static boolean isListening(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(LOOPBACK, port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Waits for a listener.
   *
   * @throws UncheckedIOException when none comes in time
   */
  public static void await(int port, Duration limit) {
    if (!Wait.until(limit, () -> isListening(port))) {
      throw new UncheckedIOException(new IOException("nobody listens on port " + port));
    }
  }
}
