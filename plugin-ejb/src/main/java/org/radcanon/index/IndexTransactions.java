package org.radcanon.index;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The transactions of this room, one of these per node. Writes that touch the same study or
 * patient, one after the other. Threads of this node queue before they take a connection; against
 * other nodes the database decides, and the one that was slower tries again.
 */
final class IndexTransactions {
  private static final int STRIPES = 256;
  private static final int ATTEMPTS = 12;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /**
   * SQL states that say "another was quicker": unique key (23505), serialization and deadlock
   * (class 40), lock not to be had (PostgreSQL 55P03, H2 HYT00), concurrent update (H2 90131).
   */
  private static final Set<String> QUICKER =
      Set.of("23505", "40001", "40P01", "55P03", "HYT00", "90131");

  private final Transactions transactions;
  private final List<Lock> stripes =
      Stream.<Lock>generate(ReentrantLock::new).limit(STRIPES).toList();

  IndexTransactions(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Reads: in the caller's transaction, or in a new one where there is none. */
  <T> T in(Supplier<T> work) {
    return transactions.in(work);
  }

  /** Does the work in a transaction of its own while no other work holds one of the keys. */
  <T> T inNew(List<String> keys, Supplier<T> work) {
    List<Lock> locks =
        keys.stream()
            .map(key -> Math.floorMod(key.hashCode(), STRIPES))
            .distinct()
            .sorted()
            .map(stripes::get)
            .toList();
    locks.forEach(Lock::lock);
    try {
      return persistently(work);
    } finally {
      locks.forEach(Lock::unlock);
    }
  }

  private <T> T persistently(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.inNew(work);
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !anotherWasQuicker(e)) {
          throw withoutValues(e);
        }
        IndexLog.LOG.again(attempt);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS * attempt) + 1);
      }
    }
  }

  private static boolean anotherWasQuicker(Throwable thrown) {
    return sqlExceptions(thrown).anyMatch(IndexTransactions::isQuicker);
  }

  /** Databases quote the values they refuse, which are a patient's: the SQL state has to do. */
  private static RuntimeException withoutValues(RuntimeException thrown) {
    return sqlExceptions(thrown)
        .findFirst()
        .<RuntimeException>map(
            sql -> {
              PersistenceException clean =
                  new PersistenceException(
                      "the index's database refused a write: %s, SQL state %s"
                          .formatted(sql.getClass().getSimpleName(), sql.getSQLState()));
              clean.setStackTrace(thrown.getStackTrace());
              return clean;
            })
        .orElse(thrown);
  }

  private static Stream<SQLException> sqlExceptions(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .limit(20)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast);
  }

  private static boolean isQuicker(SQLException e) {
    return e.getSQLState() != null && QUICKER.contains(e.getSQLState());
  }
}
