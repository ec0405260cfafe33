package org.radcanon.archive.remote;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.radcanon.archive.Archive.Content;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.TestInstances;

class OnceAskedTest {

  private static final byte[] FILE =
      TestInstances.file(new InstanceKey("1.2", "1.2.3", "1.2.3.1"), "one", 1 << 20);

  @Test
  void a_data_set_of_which_something_was_lost_does_not_end_as_a_whole_one() {
    for (Throwable lost :
        new Throwable[] {new IllegalStateException("bug"), new AssertionError("worse")}) {
      OnceAsked asked = new OnceAsked(swallowing());

      assertThatThrownBy(() -> asked.writeDataSetTo(losing(lost)))
          .isInstanceOf(ArchiveException.class)
          .hasMessage("sending to the archive failed");
      assertThatCode(asked::requireWell).doesNotThrowAnyException();
    }
  }

  /** Goes on as if nothing had happened. */
  private static Content swallowing() {
    return out -> {
      for (int at = 0; at < FILE.length; at += 4096) {
        try {
          out.write(FILE, at, Math.min(4096, FILE.length - at));
        } catch (Exception | AssertionError e) {
          continue;
        }
      }
    };
  }

  private static OutputStream losing(Throwable lost) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        write(new byte[1], 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        if (lost instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) lost;
      }
    };
  }
}
