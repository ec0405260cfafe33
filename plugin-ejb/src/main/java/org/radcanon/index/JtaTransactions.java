package org.radcanon.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/** The container's transactions. */
@ApplicationScoped
class JtaTransactions implements Transactions {

  @Override
  @Transactional(TxType.REQUIRED)
  public <T> T in(Supplier<T> work) {
    return work.get();
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public <T> T inNew(Supplier<T> work) {
    return work.get();
  }
}
