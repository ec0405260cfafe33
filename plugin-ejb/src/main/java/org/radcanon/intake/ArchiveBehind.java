package org.radcanon.intake;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import org.radcanon.archive.Archive;
import org.radcanon.archive.FileArchive;
import org.radcanon.archive.remote.Credentials;
import org.radcanon.archive.remote.DicomWebArchive;
import org.radcanon.archive.remote.DicomWebSettings;
import org.radcanon.archive.remote.DimseArchive;
import org.radcanon.archive.spool.SpoolSettings;
import org.radcanon.archive.spool.SpoolingArchive;
import org.radcanon.dimse.AssociationPool;
import org.radcanon.dimse.DimseEvents;
import org.radcanon.dimse.DimseSettings;
import org.radcanon.dimse.Peer;
import org.radcanon.dimse.TlsProfile;
import org.radcanon.intake.configuration.ArchiveConfiguration;
import org.radcanon.intake.configuration.Configuration;
import org.radcanon.intake.configuration.DicomWebPeer;
import org.radcanon.intake.configuration.DimsePeer;
import org.radcanon.intake.configuration.Secret;
import org.radcanon.intake.configuration.SpoolConfiguration;

/** Opens what stands behind radcanon, as {@code radcanon.archive.kind} says, and closes it. */
final class ArchiveBehind {
  private final Configuration configuration;
  private final Clock clock;
  private final DimseEvents events;
  private final ThreadFactory threads;
  private final Deque<Runnable> toClose = new ArrayDeque<>();
  private Optional<SpoolingArchive> spool = Optional.empty();

  ArchiveBehind(
      Configuration configuration, Clock clock, DimseEvents events, ThreadFactory threads) {
    this.configuration = configuration;
    this.clock = clock;
    this.events = events;
    this.threads = threads;
  }

  /**
   * An archive elsewhere gets the spool before it, in mode refuse too: what an earlier start
   * spooled is handed on.
   *
   * @throws IOException when a directory or a key store is of no use; an archive elsewhere need not
   *     answer yet
   */
  Archive open() throws IOException {
    ArchiveConfiguration archive = configuration.archive();
    return switch (archive.kind()) {
      case EMBEDDED -> embedded(archive);
      case DICOMWEB -> spooled(dicomWeb(archive.dicomWeb().orElseThrow()));
      case DIMSE -> spooled(dimse(archive, archive.dimse().orElseThrow()));
    };
  }

  /** The spool before an archive elsewhere, once it is open. */
  Optional<SpoolingArchive> spool() {
    return spool;
  }

  /** In the opposite order of opening. */
  void close() {
    while (!toClose.isEmpty()) {
      toClose.pop().run();
    }
  }

  /** For the log: where instances go. */
  static String name(ArchiveConfiguration archive) {
    return switch (archive.kind()) {
      case EMBEDDED -> archive.directory().toString();
      case DICOMWEB -> archive.dicomWeb().orElseThrow().url().toString();
      case DIMSE -> name(archive.dimse().orElseThrow());
    };
  }

  private static String name(DimsePeer peer) {
    return "%s@%s:%d".formatted(peer.called(), peer.host(), peer.port());
  }

  private Archive embedded(ArchiveConfiguration archive) throws IOException {
    FileArchive files = FileArchive.open(archive.directory(), archive.minimumFreeBytes(), clock);
    toClose.push(files::close);
    return files;
  }

  private Archive spooled(Archive remote) throws IOException {
    SpoolConfiguration settings = configuration.spool();
    ExecutorService workers = Executors.newCachedThreadPool(threads);
    toClose.push(workers::shutdownNow);
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(threads);
    toClose.push(timer::shutdownNow);
    SpoolingArchive spooling =
        SpoolingArchive.open(
            new SpoolSettings(
                settings.directory(),
                settings.maximumBytes(),
                settings.minimumFreeBytes(),
                settings.mode() == SpoolConfiguration.Mode.SPOOL,
                settings.firstRetry(),
                settings.longestRetry(),
                settings.lanes(),
                settings.maximumAttempts()),
            remote,
            workers,
            timer,
            clock,
            RandomGenerator.getDefault(),
            new LoggedSpool(clock));
    toClose.push(spooling::close);
    spool = Optional.of(spooling);
    return spooling;
  }

  private DicomWebArchive dicomWeb(DicomWebPeer peer) throws IOException {
    return new DicomWebArchive(
        new DicomWebSettings(
            peer.url(),
            credentials(peer),
            configuration.tls().calling().map(TlsProfile::context),
            configuration.archive().connect(),
            configuration.archive().response()),
        clock);
  }

  private static Credentials credentials(DicomWebPeer peer) {
    if (peer.user().isPresent()) {
      return Credentials.basic(peer.user().get(), peer.password().map(Secret::value).orElseThrow());
    }
    return peer.token()
        .map(token -> Credentials.bearer(token.value()))
        .or(() -> peer.tokenFile().map(Credentials::bearerFrom))
        .orElseGet(Credentials::none);
  }

  private Archive dimse(ArchiveConfiguration archive, DimsePeer peer) throws IOException {
    Optional<TlsProfile> tls = peer.tls() ? configuration.tls().calling() : Optional.empty();
    DimseSettings plain = DimseSettings.DEFAULT;
    AssociationPool pool =
        AssociationPool.to(
            new Peer(peer.host(), peer.port(), peer.called(), peer.calling(), tls),
            new DimseSettings(
                plain.maximumPduLength(),
                plain.negotiationLimit(),
                plain.asynchronousOperations(),
                plain.artim(),
                archive.connect(),
                plain.idle(),
                archive.response()),
            peer.associations(),
            events);
    toClose.push(pool::close);
    Optional<DicomWebArchive> retrieval =
        archive.dicomWeb().isPresent()
            ? Optional.of(dicomWeb(archive.dicomWeb().get()))
            : Optional.empty();
    return new DimseArchive(pool, retrieval, clock);
  }
}
