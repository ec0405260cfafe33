package org.radcanon.dimse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Takes transport connections at one address and makes associations of them, each on a thread of
 * the executor, where the handler serves it until it ends.
 */
final class Acceptor {

  /** Connections without association that are borne besides those with one. */
  private static final int UNDECIDED = 16;

  private static final String TOO_MANY = "too many connections";

  /** After a connection that could not be taken, for want of file handles or threads perhaps. */
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

  private static final Duration GIVE_UP_LISTENING = Duration.ofSeconds(1);

  /** For the services of associations that were ended to notice it. */
  private static final Duration GIVE_UP_SERVING = Duration.ofSeconds(5);

  /**
   * @param maximumAssociations at once; one more is rejected: local limit exceeded (PS3.8 9.3.4)
   */
  record Setup(
      DimseSettings settings,
      int maximumAssociations,
      Optional<TlsProfile> tls,
      Policy policy,
      DimseEvents events) {}

  private final ServerSocket server;
  private final Setup setup;
  private final Executor executor;
  private final Consumer<Association> handler;
  private final Watchdog watchdog = new Watchdog();
  private final Semaphore places;
  private final Thread listening;
  private final Set<AcceptedConnection> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  private Acceptor(
      ServerSocket server, Setup setup, Executor executor, Consumer<Association> handler) {
    this.server = server;
    this.setup = setup;
    this.executor = executor;
    this.handler = handler;
    this.places = new Semaphore(setup.maximumAssociations());
    this.listening = new Thread(this::acceptAll, "dimse-acceptor-" + server.getLocalPort());
    listening.setDaemon(true);
  }

  /**
   * Listens from now on.
   *
   * @param address port 0 is any free one
   * @param handler gets each association once it is established; it is closed when it returns
   */
  static Acceptor open(
      InetSocketAddress address, Setup setup, Executor executor, Consumer<Association> handler)
      throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(address);
    Acceptor acceptor = new Acceptor(server, setup, executor, handler);
    acceptor.listening.start();
    return acceptor;
  }

  InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  /**
   * Stops listening at once, waits for the associations that are running, and aborts what is left
   * after the grace; then nobody serves any more, unless a service does not notice.
   */
  void close(Duration grace) {
    closing = true;
    closeQuietly(server);
    awaitNotListening();
    awaitAll(grace);
    running.forEach(AcceptedConnection::end);
    awaitAll(GIVE_UP_SERVING);
    watchdog.close();
  }

  /** The port is free for the next one only once nobody waits at it any more. */
  private void awaitNotListening() {
    try {
      listening.join(GIVE_UP_LISTENING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void awaitAll(Duration grace) {
    long deadline = System.nanoTime() + grace.toNanos();
    long left = grace.toNanos();
    try {
      while (!running.isEmpty() && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = deadline - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        accept(server.accept());
      } catch (IOException | RuntimeException | Error e) {
        LockSupport.parkNanos(PAUSE);
      }
    }
  }

  /** Whether peers are still let in. */
  boolean isListening() {
    return listening.isAlive() && !server.isClosed();
  }

  private void accept(Socket socket) {
    AcceptedConnection connection = new AcceptedConnection(socket, this);
    running.add(connection);
    if (closing || running.size() > 2 * setup.maximumAssociations() + UNDECIDED) {
      refuse(connection, TOO_MANY);
      return;
    }
    try {
      executor.execute(connection);
    } catch (RejectedExecutionException e) {
      refuse(connection, TOO_MANY);
    } catch (RuntimeException | Error e) {
      refuse(connection, "no thread: " + e.getClass().getSimpleName());
      throw e;
    }
  }

  private void refuse(AcceptedConnection connection, String reason) {
    connection.end();
    ended(connection);
    setup.events().rejected(connection.peer(), reason);
  }

  Setup setup() {
    return setup;
  }

  Watchdog watchdog() {
    return watchdog;
  }

  /** A place for one more association, or why there is none. */
  Optional<Rejection> takePlace() {
    if (closing) {
      return Optional.of(Rejection.TEMPORARY_CONGESTION);
    }
    return places.tryAcquire() ? Optional.empty() : Optional.of(Rejection.LOCAL_LIMIT);
  }

  void givePlaceBack() {
    places.release();
  }

  void serve(Association association) {
    handler.accept(association);
  }

  synchronized void ended(AcceptedConnection connection) {
    running.remove(connection);
    notifyAll();
  }

  private static void closeQuietly(ServerSocket server) {
    try {
      server.close();
    } catch (IOException e) {
      // It listens no more, whatever it says.
    }
  }
}
