package org.radcanon.web.dicomweb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.radcanon.archive.Passage;
import org.radcanon.archive.Passage.Answer;
import org.radcanon.archive.remote.DicomWebArchive;
import org.radcanon.archive.remote.DicomWebSettings;

/** An archive's DICOMweb service of one answer, over real HTTP. */
final class UpstreamServer implements AutoCloseable {
  private final HttpServer server;
  final List<String> asked = new CopyOnWriteArrayList<>();
  final AtomicInteger open = new AtomicInteger();
  volatile Map<String, List<String>> received = Map.of();
  private volatile Reply reply = new Reply(404, Map.of(), new byte[0], 0);

  private record Reply(int status, Map<String, String> headers, byte[] body, int cut) {}

  UpstreamServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What is answered from now on; header names and values in turn. */
  void answers(int status, byte[] body, String... headers) {
    reply = new Reply(status, map(headers), body, 0);
  }

  /** Declares the whole body, and breaks off so many bytes before its end. */
  void breaksOff(int bytesBefore, byte[] body) {
    reply = new Reply(200, Map.of("Content-Type", "application/dicom"), body, bytesBefore);
  }

  private static Map<String, String> map(String... pairs) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    received = Map.copyOf(exchange.getRequestHeaders());
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.body();
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
    }
    boolean without = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(reply.status(), without ? -1 : body.length);
    if (!without) {
      exchange.getResponseBody().write(body, 0, body.length - reply.cut());
    }
    exchange.close();
  }

  /** The real passage to this server, with an eye on whether every answer is let go of. */
  Passage passage() {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pacs");
    Passage real =
        new DicomWebArchive(DicomWebSettings.of(base), Clock.systemUTC()).passage().orElseThrow();
    return request -> {
      Answer answer = real.get(request);
      open.incrementAndGet();
      return new Counted(answer);
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private final class Counted implements Answer {
    private final Answer answer;

    Counted(Answer answer) {
      this.answer = answer;
    }

    @Override
    public int status() {
      return answer.status();
    }

    @Override
    public Map<String, List<String>> headers() {
      return answer.headers();
    }

    @Override
    public InputStream body() {
      return answer.body();
    }

    @Override
    public void close() {
      open.decrementAndGet();
      answer.close();
    }
  }
}
