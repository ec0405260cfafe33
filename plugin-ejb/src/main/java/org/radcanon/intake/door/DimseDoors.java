package org.radcanon.intake.door;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.radcanon.dimse.DimseServer;
import org.radcanon.health.HealthBoard;
import org.radcanon.index.StudyIndex;
import org.radcanon.intake.Intake;
import org.radcanon.intake.configuration.Configuration;
import org.radcanon.intake.configuration.DimseConfiguration;
import org.radcanon.intake.configuration.DimsePeer;
import org.radcanon.intake.door.Listeners.Listener;

/**
 * Opens the DICOM door once the house is open, and closes it first. Each association has a thread
 * of the container's for as long as it lasts: as many as there may be associations, which the
 * default executor with its few threads and its queue would not give.
 */
@Startup
@Singleton
@DependsOn("Opening")
@TransactionManagement(TransactionManagementType.BEAN)
public class DimseDoors {

  @Resource private ManagedThreadFactory threadFactory;
  @Inject private Configuration configuration;
  @Inject private Intake intake;
  @Inject private StudyIndex index;
  @Inject private HealthBoard health;

  private final List<DimseServer> servers = new ArrayList<>();
  private ExecutorService threads;

  @PostConstruct
  void open() {
    DimseConfiguration dimse = configuration.dimse();
    if (!dimse.enabled()) {
      return;
    }
    threads = Executors.newCachedThreadPool(threadFactory);
    try {
      new Listeners(dimse, configuration.tls(), configuration.security()).all().forEach(this::open);
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("the DICOM door cannot be opened: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    health.ready("dimse", this::unavailable);
  }

  private void open(String transport, Listener listener) {
    try {
      DimseServer server =
          DimseServer.open(
              listener.settings(),
              new StorageDoor(intake),
              new FindDoor(index, configuration.archive().dimse().map(DimsePeer::called)),
              new LoggedEvents(),
              threads);
      servers.add(server);
      DimseLog.LOG.listening(
          configuration.dimse().aeTitle().value(),
          listener.settings().bind().getHostAddress(),
          server.port(),
          transport);
      if (!listener.open()) {
        DimseLog.LOG.loopbackOnly(server.port());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "port %d for DICOM cannot be listened at (radcanon.dimse.port, .tls-port): %s"
              .formatted(listener.settings().port(), e.getMessage()),
          e);
    }
  }

  private Optional<String> unavailable() {
    return servers.stream().flatMap(server -> server.unavailable().stream()).findFirst();
  }

  @PreDestroy
  void close() {
    Duration grace = configuration.dimse().stop();
    for (DimseServer server : servers) {
      DimseLog.LOG.closing(server.port(), server.associations(), grace.toSeconds());
      server.close(grace);
    }
    servers.clear();
    if (threads != null) {
      threads.shutdownNow();
    }
  }
}
