package org.radcanon.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.persistence.PersistenceException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class IndexTransactionsTest {

  private static final Transactions PLAIN =
      new Transactions() {
        @Override
        public <T> T in(Supplier<T> work) {
          return work.get();
        }

        @Override
        public <T> T inNew(Supplier<T> work) {
          return work.get();
        }
      };

  @Test
  void a_refused_write_says_its_sql_state_but_no_value() {
    SQLException refused = new SQLException("Value too long: 'Doe^Jane'", "22001");

    Throwable thrown =
        catchThrowable(
            () ->
                new IndexTransactions(PLAIN)
                    .inNew(
                        List.of("1.2"),
                        () -> {
                          throw new PersistenceException("insert of Doe^Jane", refused);
                        }));

    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).contains("22001").doesNotContain("Doe");
  }
}
