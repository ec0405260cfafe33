package org.radcanon.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The index's entity manager as a bean: bound to the transaction, safe for many threads. */
@ApplicationScoped
class IndexPersistence {
  @Produces
  @IndexDatabase
  @PersistenceContext(unitName = "radcanon")
  private EntityManager entityManager;

  /** One for all: whoever writes at a study waits for all others, be it index or codings. */
  @Produces
  @Singleton
  IndexTransactions transactions(Transactions transactions) {
    return new IndexTransactions(transactions);
  }
}
