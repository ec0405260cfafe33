package org.radcanon.index;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * The index's database outside of a container: the schema as Flyway makes it, checked against the
 * entities by Hibernate, and an entity manager bound to the transaction as the container's is. One
 * of each kind is started for all tests.
 */
final class TestDatabase implements Transactions {
  private static final int CONNECTIONS = 24;
  private static final List<String> TABLES =
      List.of(
          "coding_case_code",
          "coding_case_text",
          "coding_case_hint",
          "coding_case_modality",
          "coding_case_line",
          "coding_case_candidate",
          "coding_case_proposed_evidence",
          "coding_case",
          "study_coding_evidence",
          "study_coding",
          "instance",
          "series_request",
          "series",
          "study_code",
          "study_modality",
          "study_sop_class",
          "study",
          "patient");

  private final CapturingDataSource dataSource;
  private final EntityManagerFactory factory;
  private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

  private TestDatabase(DataSource dataSource) {
    this.dataSource = new CapturingDataSource(dataSource);
    SchemaMigration.run(dataSource);
    factory =
        Persistence.createEntityManagerFactory(
            "radcanon",
            Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                this.dataSource.proxy(),
                "jakarta.persistence.schema-generation.database.action",
                "validate",
                "hibernate.jpa.compliance.query", // as strict about JPQL as WildFly is
                "true"));
  }

  /** The queries that the work sends to the database from this thread. */
  List<CapturedQuery> capture(Runnable work) {
    return dataSource.capture(work);
  }

  static TestDatabase h2() {
    return H2.INSTANCE;
  }

  static TestDatabase postgres() {
    return Postgres.INSTANCE;
  }

  /** In memory, with several connections. */
  private static final class H2 {
    private static final TestDatabase INSTANCE = new TestDatabase(pool());

    private static DataSource pool() {
      JdbcDataSource h2 = new JdbcDataSource();
      h2.setURL("jdbc:h2:mem:radcanon;DB_CLOSE_DELAY=-1");
      return pooled(JdbcConnectionPool.create(h2));
    }
  }

  /** A real server, from the binaries of a Maven artifact; it needs no service of the system. */
  private static final class Postgres {
    private static final TestDatabase INSTANCE = new TestDatabase(pool());

    private static DataSource pool() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
        postgres.setUrl(server.getJdbcUrl("postgres", "postgres"));
        return pooled(JdbcConnectionPool.create(postgres));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void close(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static DataSource pooled(JdbcConnectionPool pool) {
    pool.setMaxConnections(CONNECTIONS);
    return pool;
  }

  DataSource dataSource() {
    return dataSource.proxy();
  }

  /** Takes every row away. */
  void empty() {
    TABLES.forEach(table -> execute("delete from " + table));
  }

  void execute(String sql) {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Bound to the transaction of the thread; refuses work outside of one. */
  EntityManager entityManager() {
    return (EntityManager)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              EntityManager target = current.get();
              if (target == null) {
                throw new IllegalStateException("outside of a transaction");
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public <T> T in(Supplier<T> work) {
    return current.get() == null ? inNew(work) : work.get();
  }

  @Override
  public <T> T inNew(Supplier<T> work) {
    EntityManager outer = current.get();
    EntityManager em = factory.createEntityManager();
    current.set(em);
    EntityTransaction transaction = em.getTransaction();
    try {
      transaction.begin();
      T result = work.get();
      transaction.commit();
      return result;
    } finally {
      if (transaction.isActive()) {
        transaction.rollback();
      }
      em.close();
      current.set(outer);
    }
  }
}
