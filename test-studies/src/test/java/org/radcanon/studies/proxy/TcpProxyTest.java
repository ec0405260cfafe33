package org.radcanon.studies.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

  private static final byte[] MESSAGE = new byte[5000];

  private ServerSocket target;
  private TcpProxy proxy;

  @BeforeEach
  void open() throws IOException {
    target = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    proxy = new TcpProxy(target.getLocalPort());
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    target.close();
  }

  @Test
  void inFairWeatherAllPassesBothWays() throws IOException {
    CompletableFuture<byte[]> received = echo();

    assertThat(exchange(MESSAGE)).isEqualTo(MESSAGE);
    assertThat(received.join()).isEqualTo(MESSAGE);
  }

  @Test
  void dropsArriveAsTheWhole() throws IOException {
    proxy.weather(new Weather.Trickle(700, Duration.ofMillis(1)));
    CompletableFuture<byte[]> received = echo();

    assertThat(exchange(MESSAGE)).isEqualTo(MESSAGE);
    assertThat(received.join()).isEqualTo(MESSAGE);
  }

  @Test
  void slowAnswersAreWhole() throws IOException {
    proxy.weather(new Weather.Slow(Duration.ofMillis(2)));
    echo();

    assertThat(exchange(MESSAGE)).isEqualTo(MESSAGE);
  }

  @Test
  void aCutLetsNoMoreThanItsBytesThrough() throws IOException {
    proxy.weather(new Weather.Cut(1234));
    CompletableFuture<Integer> received = CompletableFuture.supplyAsync(this::readUntilReset);

    assertThatThrownBy(() -> exchange(MESSAGE)).isInstanceOf(IOException.class);
    assertThat(received.join()).isLessThanOrEqualTo(1234);
  }

  @Test
  void whenItIsDownStandingConnectionsAreResetAndNewOnesToo() throws IOException {
    try (Socket standing = connect();
        Socket accepted = target.accept()) {
      standing.getOutputStream().write(1);
      assertThat(accepted.getInputStream().read()).isEqualTo(1);

      proxy.weather(new Weather.Down());

      assertThatThrownBy(() -> readToEnd(standing)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> exchange(MESSAGE)).isInstanceOf(IOException.class);
    }
  }

  private CompletableFuture<byte[]> echo() {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket socket = target.accept()) {
            byte[] received = socket.getInputStream().readAllBytes();
            socket.getOutputStream().write(received);
            return received;
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  private int readUntilReset() {
    int count = 0;
    try (Socket socket = target.accept()) {
      while (socket.getInputStream().read() >= 0) {
        count++;
      }
    } catch (IOException e) {
      return count;
    }
    return count;
  }

  private byte[] exchange(byte[] message) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(message);
      socket.shutdownOutput();
      byte[] answer = socket.getInputStream().readAllBytes();
      if (answer.length == 0) {
        throw new IOException("closed without an answer");
      }
      return answer;
    }
  }

  /** A reset may be seen as an end where nothing was under way. */
  private static int readToEnd(Socket socket) throws IOException {
    int read = socket.getInputStream().read();
    if (read < 0) {
      throw new IOException("ended");
    }
    return read;
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    socket.setSoTimeout(10_000);
    return socket;
  }
}
