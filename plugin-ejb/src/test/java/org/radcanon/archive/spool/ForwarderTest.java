package org.radcanon.archive.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.radcanon.archive.Instance;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Refused;
import org.radcanon.archive.spool.SpoolState.Down;

/** How what waits comes to the archive. */
class ForwarderTest extends SpoolTest {

  @Test
  void what_waits_is_handed_on_in_order_once_the_archive_is_back() throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;
    for (int i = 1; i <= 20; i++) {
      store(archive, 1, i, "instance " + i);
    }
    remote.down = false;

    threads.advance(FIRST);

    assertThat(remote.kept)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 20).mapToObj(i -> key(1, i).instance()).toList());
    assertThat(remote.text(key(1, 7))).isEqualTo("instance 7");
    assertThat(files("waiting")).isEmpty();
    assertThat(journalEvents()).contains("delivered 20").hasSize(40);
    assertThat(archive.state())
        .isEqualTo(new SpoolState(0, 0, Optional.empty(), 0, Optional.empty()));
    assertThat(events.all).containsOnlyOnce("delivered 20").filteredOn("up after PT0.531S"::equals);
    assertThat(threads.nextDue()).isEmpty();
  }

  @Test
  void the_pauses_double_up_to_the_longest_with_jitter_and_ask_once_each() throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;
    store(archive, 1, 1, "one");
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Instant now = threads.clock().instant();
      Duration pause = Duration.between(now, threads.nextDue().orElseThrow());
      pauses.add(pause);
      int asked = remote.asked;
      threads.advance(pause);
      assertThat(remote.asked).isEqualTo(asked + 1);
    }

    for (int i = 0; i < pauses.size(); i++) {
      long whole = Math.min(LONGEST.toMillis(), FIRST.toMillis() << i);
      assertThat(pauses.get(i)).isBetween(Duration.ofMillis(whole / 2), Duration.ofMillis(whole));
    }
    assertThat(remote.tried).hasSize(1);
    Down down = archive.state().down().orElseThrow();
    assertThat(down.since()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
    assertThat(archive.state().oldest()).contains(down.since());
  }

  @Test
  void an_archive_that_is_unreachable_for_a_month_makes_no_poison() throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;
    store(archive, 1, 1, "one");
    store(archive, 2, 1, "two");

    threads.advance(Duration.ofDays(30));
    remote.down = false;
    threads.advance(LONGEST);

    assertThat(remote.size()).isEqualTo(2);
    assertThat(archive.state().setAside()).isZero();
  }

  @Test
  void an_archive_that_answers_but_takes_nothing_makes_no_poison_either() throws IOException {
    SpoolingArchive archive = open();
    remote.answer = instance -> Optional.of(FakeRemote.unavailable("503"));
    for (int i = 1; i <= 3; i++) {
      store(archive, i, 1, "one");
      store(archive, i, 2, "two");
    }

    threads.advance(Duration.ofDays(3));
    int tried = remote.tried.size();
    threads.advance(Duration.ofDays(1));
    assertThat(archive.state().waiting()).isEqualTo(6);
    assertThat(archive.state().setAside()).isZero();
    assertThat(remote.tried.size() - tried)
        .as("tries a day")
        .isLessThan(3 * (int) (Duration.ofDays(1).dividedBy(LONGEST.dividedBy(2))));
    remote.answer = instance -> Optional.empty();
    threads.advance(LONGEST.multipliedBy(2));
    assertThat(remote.kept).hasSize(6);
  }

  @Test
  void one_instance_that_always_fails_is_set_aside_while_others_get_through() throws IOException {
    SpoolingArchive archive = open();
    failOn(key(1, 1).instance());
    store(archive, 1, 1, "poison");
    store(archive, 1, 2, "behind it");
    for (int i = 0; i < 20; i++) {
      threads.advance(FIRST.multipliedBy(2));
      store(archive, 2, i, "others");
    }

    threads.advance(LONGEST);

    assertThat(archive.state().setAside()).isEqualTo(1);
    assertThat(archive.state().waiting()).isZero();
    assertThat(remote.text(key(1, 2))).isEqualTo("behind it");
    SetAside aside = archive.setAside(10, 0).get(0);
    assertThat(aside.instance()).isEqualTo(instance(1, 1));
    assertThat(aside.reason()).isEqualTo("always fails");
    assertThat(files("refused"))
        .containsExactly("000000000001-1.2.1.1.1.dcm", "000000000001-1.2.1.1.1.txt");
    assertThat(Files.readString(directory.resolve("refused/000000000001-1.2.1.1.1.txt")))
        .contains("reason: always fails", "attempts: ", "instance: 1.2.1.1.1");
    assertThat(events.all).contains("set aside 1");
  }

  @Test
  void an_instance_that_always_fails_does_not_block_its_study_for_ever_when_nothing_else_comes()
      throws IOException {
    SpoolingArchive archive = open();
    failOn(key(1, 1).instance());
    for (int i = 1; i <= 5; i++) {
      store(archive, 1, i, "instance " + i);
    }
    store(archive, 1, 1, "its next version stays behind it");

    threads.advance(Duration.ofHours(1));

    assertThat(remote.kept).containsExactly("1.2.1.1.2", "1.2.1.1.3", "1.2.1.1.4", "1.2.1.1.5");
    assertThat(archive.state().waiting() + archive.state().setAside()).isEqualTo(2);
    remote.answer = instance -> Optional.empty();
    archive.retryAll();
    threads.advance(LONGEST);
    assertThat(remote.text(key(1, 1))).isEqualTo("its next version stays behind it");
  }

  @Test
  void the_archives_refusal_of_what_was_acknowledged_is_set_aside_and_the_study_goes_on()
      throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;
    store(archive, 1, 1, "one");
    store(archive, 1, 2, "two");
    remote.down = false;
    remote.answer =
        one ->
            one.equals(instance(1, 1))
                ? Optional.of(new Refused(0xA900, "does not\tmatch\nSOP class"))
                : Optional.empty();

    threads.advance(FIRST);

    assertThat(remote.kept).containsExactly("1.2.1.1.2");
    assertThat(archive.setAside(10, 0))
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).isEqualTo("A900 does not match SOP class"))
        .satisfies(one -> assertThat(one.attempts()).isEqualTo(1));
    assertThat(archive.setAside(10, 1)).isEmpty();
  }

  @Test
  void a_person_sends_what_was_set_aside_on_its_way_again() throws IOException {
    SpoolingArchive archive = withOneSetAside();

    assertThat(archive.retry(99)).isFalse();
    assertThat(archive.retry(1)).isTrue();
    threads.runAll();

    assertThat(remote.text(key(1, 1))).isEqualTo("one");
    assertThat(files("refused")).isEmpty();
    assertThat(archive.state().setAside()).isZero();
    assertThat(journalEvents())
        .containsExactly("accepted 1", "set-aside 1", "released 1", "delivered 1");
    assertThat(archive.retryAll()).isZero();
  }

  @Test
  void a_person_gives_up_what_was_set_aside_and_its_file_stays() throws IOException {
    SpoolingArchive archive = withOneSetAside();

    assertThat(archive.discard(1)).isTrue();
    assertThat(archive.discard(1)).isFalse();

    assertThat(files("refused")).isEmpty();
    assertThat(files("discarded"))
        .containsExactly("000000000001-1.2.1.1.1.dcm", "000000000001-1.2.1.1.1.txt");
    assertThat(archive.state().setAside()).isZero();
  }

  @Test
  void a_person_may_delete_what_was_set_aside_by_hand() throws IOException {
    SpoolingArchive archive = withOneSetAside();
    Files.delete(directory.resolve("refused/000000000001-1.2.1.1.1.dcm"));

    assertThat(archive.retry(1)).isFalse();
    assertThat(archive.state().setAside()).isZero();
  }

  private SpoolingArchive withOneSetAside() throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;
    store(archive, 1, 1, "one");
    remote.down = false;
    remote.answer = instance -> Optional.of(new Refused(0x0122, "SOP class not supported"));
    threads.advance(FIRST);
    remote.answer = instance -> Optional.empty();
    assertThat(archive.state().setAside()).isEqualTo(1);
    return archive;
  }

  @Test
  void a_study_has_one_on_its_way_and_studies_go_side_by_side_up_to_the_lanes() throws Exception {
    SpoolingArchive archive = open();
    remote.down = true;
    for (int study = 1; study <= 6; study++) {
      for (int i = 1; i <= 5; i++) {
        store(archive, study, i, "x");
      }
    }
    remote.down = false;
    threads.setClock(threads.nextDue().orElseThrow());
    archive.retry(0);
    assertThat(threads.queued()).as("the first try is alone").isEqualTo(1);
    threads.takeQueued().forEach(Runnable::run);
    assertThat(threads.queued()).as("then all lanes go").isEqualTo(4);
    CountDownLatch four = new CountDownLatch(4);
    remote.beforeKeeping =
        () -> {
          four.countDown();
          await(four);
        };

    while (threads.queued() > 0) {
      List<Thread> running =
          threads.takeQueued().stream().map(Thread::new).peek(Thread::start).toList();
      for (Thread thread : running) {
        thread.join(10_000);
      }
    }

    assertThat(four.getCount()).isZero();
    for (int study = 1; study <= 6; study++) {
      String prefix = "1.2." + study + ".1.";
      assertThat(remote.kept.stream().filter(uid -> uid.startsWith(prefix)).toList())
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 5).mapToObj(i -> prefix + i).toList());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_archives_own_fault_in_its_code_is_a_failed_attempt() throws IOException {
    SpoolingArchive archive = open();
    remote.broken = Optional.of(new IllegalStateException("bug"));
    store(archive, 1, 1, "one");
    threads.runAll();
    remote.broken = Optional.empty();

    threads.advance(LONGEST);

    assertThat(remote.text(key(1, 1))).isEqualTo("one");
  }

  @Test
  void a_file_that_somebody_removed_is_missed_aloud_and_its_study_goes_on() throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;
    store(archive, 1, 1, "one");
    store(archive, 1, 2, "two");
    Files.delete(directory.resolve("waiting/000000000001-1.2.1.1.1.dcm"));
    remote.down = false;

    threads.advance(LONGEST);

    assertThat(events.all).contains("missing 1");
    assertThat(remote.kept).containsExactly("1.2.1.1.2");
    assertThat(archive.state().bytes()).isZero();
  }

  @Test
  void a_clock_that_is_put_back_puts_no_try_off() throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;
    store(archive, 1, 1, "one");
    remote.down = false;

    threads.setClock(Instant.parse("2020-01-01T00:00:00Z"));
    threads.advance(LONGEST);

    assertThat(remote.kept).hasSize(1);
  }

  @Test
  void closing_waits_for_what_is_on_its_way_but_not_for_ever() throws Exception {
    SpoolingArchive archive = open();
    remote.down = true;
    store(archive, 1, 1, "one");
    remote.down = false;
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    remote.beforeKeeping =
        () -> {
          inside.countDown();
          await(go);
        };
    threads.setClock(threads.nextDue().orElseThrow());
    archive.retry(0);
    Thread stuck = new Thread(threads.takeQueued().get(0));
    stuck.start();
    await(inside);

    archive.close(Duration.ofMillis(10));

    assertThat(events.all).contains("closed without 1");
    go.countDown();
    stuck.join(10_000);
    assertThat(files("waiting")).hasSize(1);
    remote.beforeKeeping = () -> {};
    SpoolingArchive after = open();
    threads.runAll();
    assertThat(after.state().waiting()).isZero();
    assertThat(remote.kept).hasSize(2);
  }

  @Test
  void when_the_threads_are_stopped_first_nothing_is_lost() throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;
    threads.shutdown();

    assertThat(store(archive, 1, 1, "one")).isEqualTo(SPOOLED);

    assertThat(files("waiting")).hasSize(1);
  }

  private void failOn(String instance) {
    remote.answer =
        (Instance one) ->
            one.key().instance().equals(instance)
                ? Optional.<Outcome>of(FakeRemote.unavailable("always fails"))
                : Optional.empty();
  }
}
