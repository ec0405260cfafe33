package org.radcanon.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.radcanon.dimse.AeTitle;
import org.radcanon.dimse.Status;
import org.radcanon.dimse.StorageService.Request;
import org.radcanon.intake.Intake;
import org.radcanon.intake.Intake.Incoming;
import org.radcanon.intake.StoreResult;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.Stored;

class StorageDoorTest {

  private static final Request REQUEST =
      new Request(
          "1.2.840.10008.5.1.4.1.1.2",
          "1.2.3",
          "1.2.840.10008.1.2.1",
          new AeTitle("CT1"),
          new AeTitle("RADCANON"));

  @Test
  void intake_learns_who_sends_what_in_which_transfer_syntax() throws IOException {
    List<Incoming> seen = new ArrayList<>();
    store(
        incoming -> {
          seen.add(incoming);
          return stored(OptionalInt.empty());
        },
        new ByteArrayInputStream(new byte[0]));

    assertThat(seen.get(0).caller()).contains("CT1");
    assertThat(seen.get(0).transferSyntax().orElseThrow().uid()).isEqualTo("1.2.840.10008.1.2.1");
    assertThat(seen.get(0).expectedInstance().orElseThrow().sopInstance()).isEqualTo("1.2.3");
  }

  @Test
  void the_status_is_that_of_the_outcome() throws IOException {
    assertThat(statusOf(stored(OptionalInt.empty()))).isEqualTo(Status.SUCCESS);
    assertThat(statusOf(stored(OptionalInt.of(0xB000))).code()).isEqualTo(0xB000);
    assertThat(statusOf(stored(OptionalInt.of(0xB007))).code()).isEqualTo(0xB007);
    Status refused =
        statusOf(new Failed(Optional.empty(), Optional.empty(), 0x0122, "no such SOP class"));
    assertThat(refused.code()).isEqualTo(0x0122);
    assertThat(refused.comment()).contains("no such SOP class");
  }

  @Test
  void a_broken_association_is_no_status_but_its_own_failure() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };

    assertThatThrownBy(
            () ->
                store(
                    incoming -> {
                      try {
                        incoming.content().read(new byte[9]);
                      } catch (IOException e) {
                        return new Failed(Optional.empty(), Optional.empty(), 0x0110, "broke off");
                      }
                      return stored(OptionalInt.empty());
                    },
                    broken))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
  }

  private static Status statusOf(StoreResult result) throws IOException {
    return store(incoming -> result, new ByteArrayInputStream(new byte[0]));
  }

  private static Status store(Function<Incoming, StoreResult> line, InputStream dataSet)
      throws IOException {
    return new StorageDoor(new OneLine(line)).store(REQUEST, dataSet);
  }

  private static Stored stored(OptionalInt warning) {
    return new Stored("1.2", "1.2.3", "1.2.4", "1.2.5", warning);
  }

  /** An intake that does what the test says. */
  private record OneLine(Function<Incoming, StoreResult> line) implements Intake {
    @Override
    public Batch begin() {
      List<StoreResult> results = new ArrayList<>();
      return new Batch() {
        @Override
        public void add(Incoming incoming) {
          results.add(line.apply(incoming));
        }

        @Override
        public List<StoreResult> finish() {
          return results;
        }

        @Override
        public void close() {}
      };
    }
  }
}
