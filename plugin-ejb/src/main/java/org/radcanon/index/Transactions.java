package org.radcanon.index;

import java.util.function.Supplier;

/** Transactions as this room needs them; the container's in the server, plain ones elsewhere. */
interface Transactions {

  /** In the caller's transaction, or in a new one where there is none. */
  <T> T in(Supplier<T> work);

  /** In a transaction of its own, committed on return and rolled back by any exception. */
  <T> T inNew(Supplier<T> work);
}
