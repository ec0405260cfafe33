package org.radcanon.archive.remote;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that does to each request what a script says: the faults that no real archive produces
 * on demand. One connection, one request.
 */
public final class ScriptedServer implements AutoCloseable {

  /** What happens to one request; the connection is closed behind it. */
  @FunctionalInterface
  public interface Script {
    void run(Request request) throws IOException;
  }

  private final ServerSocket listener;
  private final Script script;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  private ScriptedServer(ServerSocket listener, Script script) {
    this.listener = listener;
    this.script = script;
  }

  public static ScriptedServer that(Script script) {
    try {
      ServerSocket listener = new ServerSocket();
      listener.setReceiveBufferSize(64 << 10);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      ScriptedServer server = new ScriptedServer(listener, script);
      thread(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers every request, once it is read, so. */
  public static ScriptedServer thatAnswers(int status, String headers, String body) {
    return that(
        request -> {
          request.readBody();
          request.answer(status, headers, body);
        });
  }

  public URI url() {
    return URI.create("http://127.0.0.1:%d/pacs".formatted(listener.getLocalPort()));
  }

  /** The requests so far, each as its head was read. */
  public List<Request> requests() {
    return requests;
  }

  public int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        sockets.add(socket);
        thread(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed
      return;
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Request request = new Request(socket);
      requests.add(request);
      try {
        script.run(request);
      } finally {
        request.ended.countDown();
      }
    } catch (IOException e) {
      // the client went away, which is its good right
      return;
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "scripted server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** One request on its connection. */
  public static final class Request {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String head;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean whole;

    private Request(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
      StringBuilder lines = new StringBuilder();
      for (String line = line(); !line.isEmpty(); line = line()) {
        lines.append(line).append('\n');
      }
      this.head = lines.toString();
    }

    public String head() {
      return head;
    }

    public boolean hasHeader(String header) {
      return head.toLowerCase(Locale.ROOT).contains("\n" + header.toLowerCase(Locale.ROOT));
    }

    public byte[] body() {
      return body.toByteArray();
    }

    /** Its last chunk has come. */
    public boolean isWhole() {
      return whole;
    }

    /** Waits until its script has come to its end, or to that of the connection. */
    public boolean awaitEnd() {
      try {
        return ended.await(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    public void readBody() throws IOException {
      readBody(body::write);
    }

    /** What a chunk is handed to as it comes. */
    @FunctionalInterface
    public interface Chunks {
      void take(byte[] bytes, int offset, int length) throws IOException;
    }

    public void readBody(Chunks chunks) throws IOException {
      if (!hasHeader("transfer-encoding: chunked")) {
        whole = true;
        return;
      }
      for (int length = chunk(); length > 0; length = chunk()) {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
          throw new IOException("broken off in a chunk");
        }
        chunks.take(bytes, 0, length);
        line();
      }
      line();
      whole = true;
    }

    private int chunk() throws IOException {
      return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IOException("broken off");
        }
        line.append((char) c);
      }
      return line.toString().stripTrailing();
    }

    /**
     * @param headers lines with CRLF behind each
     */
    public void answer(int status, String headers, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      send(
          "HTTP/1.1 %d X\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n"
              .formatted(status, headers, bytes.length));
      out.write(bytes);
    }

    public void send(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    /** Does nothing until the client, or the test, ends the connection. */
    public void stall() throws IOException {
      while (!socket.isClosed()) {
        synchronized (this) {
          try {
            wait(20);
          } catch (InterruptedException e) {
            return;
          }
        }
      }
    }
  }
}
