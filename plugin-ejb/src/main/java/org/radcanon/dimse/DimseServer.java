package org.radcanon.dimse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Listens for associations and serves them: Verification (PS3.4 A), Storage (PS3.4 B) and Study
 * Root C-FIND (PS3.4 C), as SCP. One object is one listener; plain and TLS are two.
 */
public final class DimseServer implements AutoCloseable {

  private final ServerSettings settings;
  private final StorageService storage;
  private final FindService find;
  private final DimseEvents events;
  private final Acceptor acceptor;
  private final AtomicInteger associations = new AtomicInteger();
  private volatile boolean closed;

  private DimseServer(
      ServerSettings settings,
      StorageService storage,
      FindService find,
      DimseEvents events,
      Executor threads)
      throws IOException {
    this.settings = settings;
    this.storage = storage;
    this.find = find;
    this.events = events;
    this.acceptor =
        Acceptor.open(
            new InetSocketAddress(settings.bind(), settings.port()), setup(), threads, this::serve);
  }

  /**
   * Listens from now on.
   *
   * @param threads gives each association a thread of its own for as long as it lasts; one that it
   *     refuses is closed
   * @throws IOException when the address cannot be listened at
   */
  public static DimseServer open(
      ServerSettings settings,
      StorageService storage,
      FindService find,
      DimseEvents events,
      Executor threads)
      throws IOException {
    return new DimseServer(settings, storage, find, events, threads);
  }

  private Acceptor.Setup setup() {
    return new Acceptor.Setup(
        settings.association(),
        settings.maximumAssociations(),
        settings.tls(),
        new ServicePolicy(settings.called(), settings.calling(), settings.storage()),
        events);
  }

  private void serve(Association association) {
    associations.incrementAndGet();
    try {
      new ServiceLoop(association, storage, find, events).run();
    } finally {
      associations.decrementAndGet();
    }
  }

  /** The port that is listened at. */
  public int port() {
    return acceptor.address().getPort();
  }

  /** How many associations are established now. */
  public int associations() {
    return associations.get();
  }

  /** Why no association can be made now; empty when one can. For health checks. */
  public Optional<String> unavailable() {
    if (closed) {
      return Optional.of("the listener is closed");
    }
    return acceptor.isListening() ? Optional.empty() : Optional.of("the listener has died");
  }

  /**
   * Listens no more, lets associations end by themselves within the grace, and aborts what is left
   * then. Instances that were answered with success have been taken; those under way have not.
   */
  public void close(Duration grace) {
    closed = true;
    acceptor.close(grace);
  }

  /** Without any grace. */
  @Override
  public void close() {
    close(Duration.ZERO);
  }
}
