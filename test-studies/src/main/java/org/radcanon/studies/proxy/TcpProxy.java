package org.radcanon.studies.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.radcanon.studies.peer.Wait;

/** Passes connections on to a port of loopback, in the weather of the moment. */
public final class TcpProxy implements AutoCloseable {

  private static final int CHUNK = 16 * 1024;

  private final int target;
  private final ServerSocket listener;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "tcp-proxy");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Supplier<Weather> weather = Weather.Fair::new;

  public TcpProxy(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** From now on; connections that stand are reset, unless the weather gets fair. */
  public void weather(Weather now) {
    weather(() -> now);
  }

  /**
   * @param each asked once for each connection
   */
  public void weather(Supplier<Weather> each) {
    weather = each;
    if (!(each.get() instanceof Weather.Fair)) {
      sockets.forEach(TcpProxy::reset);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    sockets.forEach(TcpProxy::reset);
    threads.shutdownNow();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        threads.execute(() -> pass(client));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          Wait.pause(java.time.Duration.ofMillis(10));
        }
      }
    }
  }

  private void pass(Socket client) {
    Weather drawn = weather.get();
    if (drawn instanceof Weather.Down) {
      reset(client);
      return;
    }
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      sockets.add(client);
      sockets.add(server);
      threads.execute(() -> copy(server, client, new Answers(drawn)));
      copy(client, server, new Requests(drawn));
    } catch (IOException e) {
      reset(client);
    }
  }

  private void copy(Socket from, Socket to, Toll toll) {
    byte[] buffer = new byte[CHUNK];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int count = in.read(buffer, 0, toll.most());
      while (count >= 0) {
        int passing = toll.pay(count);
        out.write(buffer, 0, passing);
        if (passing < count) {
          throw new IOException("cut");
        }
        count = in.read(buffer, 0, toll.most());
      }
      to.shutdownOutput();
      if (from.isOutputShutdown()) {
        forget(from, to);
      }
    } catch (IOException e) {
      reset(from);
      reset(to);
      forget(from, to);
    }
  }

  private void forget(Socket one, Socket other) throws RuntimeException {
    sockets.remove(one);
    sockets.remove(other);
    close(one);
    close(other);
  }

  /** What a stretch of bytes has to suffer in one direction. */
  private interface Toll {
    int most();

    /** How many of them pass. */
    int pay(int count);
  }

  private static final class Requests implements Toll {
    private final Weather weather;
    private long passed;

    Requests(Weather weather) {
      this.weather = weather;
    }

    @Override
    public int most() {
      return weather instanceof Weather.Trickle trickle ? trickle.bytes() : CHUNK;
    }

    @Override
    public int pay(int count) {
      if (weather instanceof Weather.Trickle trickle) {
        Wait.pause(trickle.pause());
      }
      long left = weather instanceof Weather.Cut cut ? cut.afterBytes() - passed : count;
      passed += count;
      return (int) Math.min(count, Math.max(0, left));
    }
  }

  private record Answers(Weather weather) implements Toll {
    @Override
    public int most() {
      return CHUNK;
    }

    @Override
    public int pay(int count) {
      if (weather instanceof Weather.Slow slow) {
        Wait.pause(slow.delay());
      }
      return count;
    }
  }

  /** Closes with a reset rather than an end (SO_LINGER 0). */
  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // it is closed already
    }
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // nothing is left to be closed
    }
  }
}
