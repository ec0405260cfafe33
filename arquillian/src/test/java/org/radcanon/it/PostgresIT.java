package org.radcanon.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.radcanon.studies.Study;
import org.radcanon.studies.TinyStudies;

/** The same EAR on PostgreSQL, chosen by settings alone. */
class PostgresIT extends RadcanonServer {

  private static final Path OWN_DATA = DATA.resolveSibling("data-postgresql");

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void databaseServer() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void noDatabaseServer() throws IOException {
    postgres.close();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of(
        "datasource.radcanon.driver", "postgresql",
        "datasource.radcanon.url", postgres.getJdbcUrl("postgres", "postgres"),
        "datasource.radcanon.user", "postgres",
        "datasource.radcanon.password", "postgres",
        "radcanon.data.dir", OWN_DATA.toString());
  }

  @Test
  void theIndexIsInPostgresql() throws Exception {
    Study study = Stow.store(TinyStudies.ctChest());

    assertThat(get(management("health/ready")).statusCode()).isEqualTo(200);
    assertThat(OWN_DATA.resolve("index")).doesNotExist();
    assertThat(rowsWith(study.studyInstanceUid())).isEqualTo(1);
  }

  private static int rowsWith(String studyUid) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var query = connection.prepareStatement("select count(*) from study where uid = ?")) {
      query.setString(1, studyUid);
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
