package org.radcanon.intake;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.radcanon.archive.Archive;
import org.radcanon.archive.spool.SpoolState;
import org.radcanon.health.HealthBoard;
import org.radcanon.index.SchemaMigration;
import org.radcanon.intake.configuration.Configuration;
import org.radcanon.terminology.live.Terminology;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.TableException;

/**
 * Opens the house: checks the configuration, brings the schema up to date, loads the map, opens the
 * archive. When one of them fails the deployment fails with its reason, and no door answers. The
 * WAR is started after this (initialize-in-order), so that no request comes too early.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Opening {

  private static final int SECONDS_TO_ANSWER = 2;

  @Resource(lookup = "java:jboss/datasources/RadcanonDS")
  private DataSource dataSource;

  @Inject private Configuration configuration;
  @Inject private Terminology terminology;
  @Inject private Archive archive;
  @Inject private SpoolDesk spool;
  @Inject private HealthBoard health;

  @PostConstruct
  void open() {
    SchemaMigration.run(dataSource);
    mapFaults().ifPresent(IntakeLog.LOG::mapRefused);
    siteMapFault().ifPresent(IntakeLog.LOG::siteMapRefused);
    archive.unavailable().ifPresent(IntakeLog.LOG::archiveUnavailable);
    health.ready("database", this::databaseUnavailable);
    health.ready("archive", archive::unavailable);
    health.note("canonical map", this::mapState);
    if (spool.state().isPresent()) {
      health.note("archive behind", () -> spool.state().map(Opening::behind).orElse(""));
      health.note("spool", () -> spool.state().map(Opening::waiting).orElse(""));
    }
    if (configuration.security().openWithoutAuthentication()) {
      IntakeLog.LOG.openWithoutAuthentication();
    }
    IntakeLog.LOG.ready(
        terminology.map().concepts().size(),
        terminology.map().version(),
        terminology.siteMap().size(),
        ArchiveBehind.name(configuration.archive()));
  }

  private static String behind(SpoolState state) {
    return state
        .down()
        .map(down -> "takes nothing since %s: %s".formatted(down.since(), down.reason()))
        .orElse("OK");
  }

  private static String waiting(SpoolState state) {
    return "%d waiting, %d bytes; %d set aside"
        .formatted(state.waiting(), state.bytes(), state.setAside());
  }

  private Optional<String> mapFaults() {
    return Optional.of(terminology.mapFaults())
        .filter(faults -> !faults.isEmpty())
        .map(faults -> new TableException(faults).getMessage());
  }

  private String mapState() {
    return terminology.mapFaults().isEmpty()
        ? "OK"
        : "the directory is refused, its last good copy is in force: "
            + terminology.mapFaults().get(0);
  }

  private Optional<String> siteMapFault() {
    return terminology.faults().stream().findFirst().map(Fault::toString);
  }

  private Optional<String> databaseUnavailable() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(SECONDS_TO_ANSWER)
          ? Optional.empty()
          : Optional.of("the index's database does not answer");
    } catch (SQLException e) {
      return Optional.of("the index's database cannot be reached");
    }
  }
}
