package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.radcanon.dimse.AssociationException.Ending;

/**
 * How associations end: release, release collision (PS3.8 7.2.2), abort, and closing from outside.
 */
@Timeout(60)
class ReleaseTest {

  private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

  private void release(Association association) {
    try {
      association.release();
      ends.add("released");
    } catch (AssociationException e) {
      ends.add(e.ending().name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void next(Association association) {
    AssociationException e = catchThrowableOfType(AssociationException.class, association::next);
    ends.add(e == null ? "released" : e.ending().name());
  }

  private String end() throws InterruptedException {
    return ends.poll(20, TimeUnit.SECONDS);
  }

  @Test
  void the_acceptor_may_release_too() throws Exception {
    try (Loopback loopback = new Loopback(this::release);
        RawPeer peer = RawPeer.associated(loopback.acceptor.address())) {
      assertThat(peer.read()).isEqualTo(new Pdu.ReleaseRequest());
      peer.write(new Pdu.ReleaseResponse());

      assertThat(peer.isAtEnd()).isTrue();
      assertThat(end()).isEqualTo("released");
    }
  }

  @Test
  void in_a_collision_the_acceptor_waits_for_the_response_and_then_answers() throws Exception {
    try (Loopback loopback = new Loopback(this::release);
        RawPeer peer = RawPeer.associated(loopback.acceptor.address())) {
      assertThat(peer.read()).isEqualTo(new Pdu.ReleaseRequest());
      peer.write(new Pdu.ReleaseRequest()).write(new Pdu.ReleaseResponse());

      assertThat(peer.read()).isEqualTo(new Pdu.ReleaseResponse());
      peer.hangUp();
      assertThat(end()).isEqualTo("released");
    }
  }

  @Test
  void in_a_collision_the_requestor_answers_and_then_waits() throws Exception {
    try (Loopback loopback = new Loopback(this::release);
        Association association = loopback.associate(Loopback.STORE_CT)) {
      association.release();

      assertThat(end()).isEqualTo("released");
    }
  }

  @Test
  void data_on_its_way_when_release_is_asked_for_is_thrown_away() throws Exception {
    try (Loopback loopback = new Loopback(this::release);
        RawPeer peer = RawPeer.associated(loopback.acceptor.address())) {
      peer.write(RawPeer.data(1, 3, Loopback.command(true)));
      assertThat(peer.read()).isEqualTo(new Pdu.ReleaseRequest());
      peer.write(RawPeer.data(1, 2, new byte[5000])).write(new Pdu.ReleaseResponse());

      assertThat(end()).isEqualTo("released");
    }
  }

  @Test
  void a_release_that_is_not_answered_becomes_an_abort() throws Exception {
    Duration brief = Duration.ofMillis(100);
    DimseSettings s = Loopback.SETTINGS;
    DimseSettings settings =
        new DimseSettings(
            s.maximumPduLength(), s.negotiationLimit(), 1, s.artim(), s.connect(), s.idle(), brief);
    try (Loopback loopback = new Loopback(settings, java.util.Optional.empty(), 1, this::release);
        RawPeer peer = RawPeer.associated(loopback.acceptor.address())) {
      assertThat(peer.read()).isEqualTo(new Pdu.ReleaseRequest());

      assertThat(peer.read()).isEqualTo(Pdu.Abort.byUser());
      peer.hangUp();
      assertThat(end()).isEqualTo("TIMEOUT");
    }
  }

  @Test
  void an_abort_of_the_peer_is_told_as_such() throws Exception {
    try (Loopback loopback = new Loopback(this::next);
        Association association = loopback.associate(Loopback.STORE_CT)) {
      association.abort();
      association.abort();

      assertThat(end()).isEqualTo("ABORTED_BY_PEER");
    }
  }

  @Test
  void closing_without_release_aborts() throws Exception {
    try (Loopback loopback = new Loopback(this::next)) {
      loopback.associate(Loopback.STORE_CT).close();

      assertThat(end()).isEqualTo("ABORTED_BY_PEER");
    }
  }

  @Test
  void an_abort_from_another_thread_wakes_the_one_that_waits() throws Exception {
    try (Loopback loopback = new Loopback(ReleaseTest::waitForAnything);
        Association association = loopback.associate(Loopback.STORE_CT)) {
      Thread waiting = new Thread(() -> next(association));
      waiting.start();
      while (waiting.getState() != Thread.State.RUNNABLE || !isReading(waiting)) {
        Thread.onSpinWait();
      }

      association.abort();

      assertThat(end()).isEqualTo("CLOSED");
    }
  }

  private static boolean isReading(Thread thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getMethodName().equals("receive")) {
        return true;
      }
    }
    return false;
  }

  private static void waitForAnything(Association association) {
    assertThatThrownBy(association::next).isInstanceOf(AssociationException.class);
  }

  @Test
  void a_closing_acceptor_lets_what_runs_come_to_its_end() throws Exception {
    CountDownLatch closing = new CountDownLatch(1);
    try (Loopback loopback = new Loopback(this::next);
        Association association = loopback.associate(Loopback.STORE_CT)) {
      Thread closer =
          new Thread(
              () -> {
                closing.countDown();
                loopback.acceptor.close(Duration.ofSeconds(20));
              });
      closer.start();
      closing.await();
      association.release();
      closer.join();

      assertThat(end()).isEqualTo("released");
      assertThatThrownBy(() -> loopback.associate(Loopback.STORE_CT))
          .isInstanceOfSatisfying(
              AssociationException.class, e -> assertThat(e.ending()).isEqualTo(Ending.CONNECTION));
    }
  }

  @Test
  void a_closing_acceptor_aborts_what_does_not_end_within_the_grace() throws Exception {
    try (Loopback loopback = new Loopback(this::next);
        RawPeer peer = RawPeer.associated(loopback.acceptor.address())) {
      assertThat(loopback.reported()).isEqualTo("accepted PEER");

      loopback.acceptor.close(Duration.ofMillis(50));

      assertThat(peer.read()).isEqualTo(Pdu.Abort.byUser());
      assertThat(end()).isEqualTo("CLOSED");
    }
  }
}
