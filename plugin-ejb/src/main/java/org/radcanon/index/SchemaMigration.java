package org.radcanon.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ClassProvider;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings the index's schema to the version of this program. To be run at start, before the first
 * query, and outside of any transaction; several nodes may start at the same moment.
 *
 * <p>Migrations are named here instead of being searched on the class path, which in an application
 * server is neither a directory nor a jar.
 */
public final class SchemaMigration {
  private static final List<String> COMMON =
      List.of(
          "common/V1__study_index.sql",
          "common/V1_2__studies_by_change.sql",
          "common/V1_3__signed_at.sql");
  private static final List<String> POSTGRESQL = List.of("postgresql/V1_1__prefix_search.sql");

  private SchemaMigration() {}

  /**
   * @throws org.flywaydb.core.api.FlywayException when the database cannot be reached, an applied
   *     migration was changed, or one fails
   */
  public static void run(DataSource dataSource) {
    MigrateResult result =
        Flyway.configure(SchemaMigration.class.getClassLoader())
            .dataSource(dataSource)
            .table("radcanon_schema_version")
            .resourceProvider(new Migrations(migrations(dataSource)))
            .javaMigrationClassProvider(new NoClasses())
            .load()
            .migrate();
    IndexLog.LOG.schemaReady(
        result.targetSchemaVersion == null
            ? result.initialSchemaVersion
            : result.targetSchemaVersion,
        result.migrationsExecuted);
  }

  /** Every migration for whatever database. */
  static List<String> names() {
    return Stream.concat(COMMON.stream(), POSTGRESQL.stream()).toList();
  }

  private static List<String> migrations(DataSource dataSource) {
    List<String> names = new ArrayList<>(COMMON);
    try (Connection connection = dataSource.getConnection()) {
      if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
        names.addAll(POSTGRESQL);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the index's database cannot be reached", e);
    }
    return names;
  }

  /** The migrations, by name. */
  private record Migrations(List<String> names) implements ResourceProvider {
    @Override
    public LoadableResource getResource(String name) {
      return names.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return names.stream()
          .map(Script::new)
          .filter(script -> script.getFilename().startsWith(prefix))
          .filter(script -> List.of(suffixes).stream().anyMatch(script.getFilename()::endsWith))
          .map(LoadableResource.class::cast)
          .toList();
    }
  }

  /** One migration. */
  private static final class Script extends LoadableResource {
    private final String name;

    Script(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      String path = "/db/migration/" + name;
      try (InputStream in = SchemaMigration.class.getResourceAsStream(path);
          Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        StringWriter script = new StringWriter();
        reader.transferTo(script);
        return new StringReader(script.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name.substring(name.lastIndexOf('/') + 1);
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }

  /** No migration is written in Java. */
  private static final class NoClasses implements ClassProvider<JavaMigration> {
    @Override
    public Collection<Class<? extends JavaMigration>> getClasses() {
      return List.of();
    }
  }
}
