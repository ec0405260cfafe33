package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.dimse.Association.IncomingMessage;
import org.radcanon.dimse.AssociationException.Ending;

@Timeout(60)
class AssociationTest {

  /** Sends every message back as it came. */
  private static void echo(Association association) {
    try {
      Optional<IncomingMessage> message = association.next();
      while (message.isPresent()) {
        IncomingMessage m = message.get();
        byte[] data = m.dataSet().readAllBytes();
        if (data.length == 0) {
          association.send(m.context().id(), m.commandSet());
        } else {
          try (OutputStream out = association.sendWithDataSet(m.context().id(), m.commandSet())) {
            out.write(data);
          }
        }
        message = association.next();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void messages_without_data_set_go_both_ways_until_release() throws Exception {
    try (Loopback loopback = new Loopback(AssociationTest::echo);
        Association association = loopback.associate(Loopback.VERIFY)) {
      byte[] command = Loopback.command(false);
      association.send(1, command);
      IncomingMessage answer = association.next().orElseThrow();
      association.release();

      assertThat(answer.commandSet()).isEqualTo(command);
      assertThat(answer.dataSet().read()).isEqualTo(-1);
      assertThat(answer.context())
          .isEqualTo(new AcceptedContext(1, Loopback.VERIFICATION, Loopback.IMPLICIT));
      assertThat(loopback.reported()).isEqualTo("accepted PEER");
      assertThatThrownBy(association::next)
          .isInstanceOfSatisfying(
              AssociationException.class, e -> assertThat(e.ending()).isEqualTo(Ending.CLOSED));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16370, 16371, 16378, 16384, 100_000, 1_000_001})
  void data_sets_of_any_size_arrive_as_they_were_sent(int size) throws Exception {
    byte[] data = new byte[size];
    new Random(size).nextBytes(data);
    try (Loopback loopback = new Loopback(AssociationTest::echo);
        Association association = loopback.associate(Loopback.VERIFY, Loopback.STORE_CT)) {
      try (OutputStream out = association.sendWithDataSet(3, Loopback.command(true))) {
        out.write(data);
      }
      IncomingMessage answer = association.next().orElseThrow();

      assertThat(answer.context())
          .isEqualTo(new AcceptedContext(3, Loopback.CT, Loopback.EXPLICIT));
      assertThat(answer.dataSet().readAllBytes()).isEqualTo(data);
      association.release();
    }
  }

  @Test
  void what_is_left_of_a_data_set_is_thrown_away_by_the_next_message() throws Exception {
    BlockingQueue<Integer> first = new LinkedBlockingQueue<>();
    Consumer<Association> reader =
        association -> {
          try {
            Optional<IncomingMessage> message = association.next();
            while (message.isPresent()) {
              first.add(message.get().dataSet().read());
              message = association.next();
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    try (Loopback loopback = new Loopback(reader);
        Association association = loopback.associate(Loopback.STORE_CT)) {
      for (int i = 0; i < 3; i++) {
        byte[] data = new byte[50_000];
        Arrays.fill(data, (byte) i);
        try (OutputStream out = association.sendWithDataSet(1, Loopback.command(true))) {
          out.write(data);
        }
      }
      association.release();

      List<Integer> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        all.add(first.poll(20, TimeUnit.SECONDS));
      }
      assertThat(all).containsExactly(0, 1, 2);
    }
  }

  @Test
  void an_empty_data_set_is_one_empty_last_fragment() throws Exception {
    BlockingQueue<Integer> ends = new LinkedBlockingQueue<>();
    Consumer<Association> reader =
        association -> {
          try {
            ends.add(association.next().orElseThrow().dataSet().read());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    try (Loopback loopback = new Loopback(reader);
        Association association = loopback.associate(Loopback.STORE_CT)) {
      association.sendWithDataSet(1, Loopback.command(true)).close();

      assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo(-1);
    }
  }

  @Test
  void an_abort_in_the_middle_of_a_data_set_is_no_end_of_it() throws Exception {
    BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();
    Consumer<Association> reader =
        association -> {
          AssociationException e =
              catchThrowableOfType(
                  AssociationException.class,
                  () -> association.next().orElseThrow().dataSet().readAllBytes());
          endings.add(e.ending());
        };
    try (Loopback loopback = new Loopback(reader);
        Association association = loopback.associate(Loopback.STORE_CT)) {
      OutputStream out = association.sendWithDataSet(1, Loopback.command(true));
      out.write(new byte[100_000]);
      association.abort();

      assertThat(endings.poll(20, TimeUnit.SECONDS)).isEqualTo(Ending.ABORTED_BY_PEER);
      assertThatThrownBy(out::close).isInstanceOf(AssociationException.class);
    }
  }

  @Test
  void sixty_four_mebibytes_stream_through() throws Exception {
    BlockingQueue<Long> counts = new LinkedBlockingQueue<>();
    Consumer<Association> counting =
        association -> {
          try {
            InputStream in = association.next().orElseThrow().dataSet();
            counts.add(in.transferTo(OutputStream.nullOutputStream()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    try (Loopback loopback = new Loopback(DimseSettings.DEFAULT, Optional.empty(), 1, counting);
        Association association = loopback.associate(Loopback.STORE_CT)) {
      byte[] piece = new byte[1 << 20];
      try (OutputStream out = association.sendWithDataSet(1, Loopback.command(true))) {
        for (int i = 0; i < 64; i++) {
          out.write(piece);
        }
      }

      assertThat(counts.poll(40, TimeUnit.SECONDS)).isEqualTo(64L << 20);
    }
  }

  @Test
  void a_peer_with_another_called_title_is_rejected_with_its_reason() throws Exception {
    try (Loopback loopback = new Loopback(AssociationTest::echo)) {
      assertThatThrownBy(
              () ->
                  loopback.requestor.associate(
                      loopback.acceptor.address(),
                      Loopback.PEER,
                      new AeTitle("OTHER"),
                      List.of(Loopback.VERIFY)))
          .isInstanceOfSatisfying(
              AssociationException.class, e -> assertThat(e.ending()).isEqualTo(Ending.REJECTED))
          .hasMessage("rejected (result 1, source 1, reason 7)");
      assertThat(loopback.reported()).isEqualTo("rejected: called AE title not recognised");
    }
  }

  @Test
  void nobody_listening_is_no_connection() throws Exception {
    Loopback loopback = new Loopback(AssociationTest::echo);
    loopback.close();

    assertThatThrownBy(() -> loopback.associate(Loopback.VERIFY))
        .isInstanceOfSatisfying(
            AssociationException.class, e -> assertThat(e.ending()).isEqualTo(Ending.CONNECTION));
  }
}
