package org.radcanon.archive.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Delivery;
import org.radcanon.archive.InconclusiveException;
import org.radcanon.archive.OutOfSpaceException;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Refused;
import org.radcanon.archive.Outcome.Unavailable;

/** What a sender gets, and what lies on the disk then. */
class SpoolingArchiveTest extends SpoolTest {

  @Test
  void while_the_archive_takes_instances_nothing_stays_in_the_spool() throws IOException {
    SpoolingArchive archive = open();

    assertThat(store(archive, 1, 1, "one")).isEqualTo(NEW);

    assertThat(remote.text(key(1, 1))).isEqualTo("one");
    archive.close();
    assertThat(files("incoming")).isEmpty();
    assertThat(files("waiting")).isEmpty();
    assertThat(journalEvents()).isEmpty();
    assertThat(threads.queued()).isZero();
  }

  @Test
  void the_copy_lies_beside_it_while_it_is_on_its_way() throws IOException {
    SpoolingArchive archive = open();
    try (Delivery delivery = archive.begin()) {
      delivery.add(instance(1, 1), text("one"));
      assertThat(files("incoming")).hasSize(1);
    }
    archive.close();
    assertThat(files("incoming")).isEmpty();
  }

  @Test
  void the_file_of_a_copy_is_used_again_and_keeps_nothing_of_what_it_held() throws IOException {
    SpoolingArchive archive = open();
    store(archive, 1, 1, "a long one of somebody else");
    List<String> spare = files("incoming");
    remote.down = true;
    store(archive, 2, 2, "short");

    assertThat(spare).hasSize(1);
    assertThat(files("incoming")).isEmpty();
    assertThat(read(archive, key(2, 2))).isEqualTo("short");
    assertThat(store(archive, 2, 2, "short")).isEqualTo(SPOOLED);
    assertThat(files("waiting")).hasSize(1);
  }

  @Test
  void what_the_archive_refuses_on_the_direct_way_is_the_senders_business() throws IOException {
    SpoolingArchive archive = open();
    Outcome refusal = new Refused(0xA900, "data set does not match SOP class");
    remote.answer = instance -> Optional.of(refusal);

    assertThat(store(archive, 1, 1, "one")).isEqualTo(refusal);

    archive.close();
    assertThat(files("incoming")).isEmpty();
    assertThat(files("waiting")).isEmpty();
  }

  @Test
  void an_instance_that_the_archive_cannot_take_now_is_acknowledged_out_of_the_spool()
      throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;

    assertThat(store(archive, 1, 1, "one")).isEqualTo(SPOOLED);

    assertThat(files("waiting")).containsExactly("000000000001-1.2.1.1.1.dcm");
    assertThat(Files.readString(directory.resolve("waiting/000000000001-1.2.1.1.1.dcm")))
        .isEqualTo("one");
    assertThat(journal().get(1))
        .isEqualTo(
            "2026-11-22T10:00:00Z\taccepted\t000000000001\t1.2.1\t1.2.1.1\t1.2.1.1.1\t"
                + "1.2.840.10008.5.1.4.1.1.7\t1.2.840.10008.1.2.1\t3\t0\t");
    assertThat(archive.state().waiting()).isEqualTo(1);
    assertThat(archive.state().down().orElseThrow().reason()).isEqualTo("connection refused");
  }

  @Test
  void what_says_nothing_of_the_archive_leaves_it_up() throws IOException {
    SpoolingArchive archive = open();
    remote.answer =
        one ->
            one.key().study().equals("1.2.1")
                ? Optional.of(new Unavailable(new InconclusiveException("none free")))
                : Optional.empty();

    assertThat(store(archive, 1, 1, "one")).isEqualTo(SPOOLED);

    assertThat(archive.state().down()).isEmpty();
    assertThat(store(archive, 2, 1, "another study")).isEqualTo(NEW);
    for (int i = 0; i < 2 * settings().maximumAttempts(); i++) {
      threads.advance(LONGEST);
    }
    assertThat(archive.state().down()).isEmpty();
    assertThat(archive.setAside(10, 0)).isEmpty();
    remote.answer = one -> Optional.empty();
    threads.advance(LONGEST);
    assertThat(remote.text(key(1, 1))).isEqualTo("one");
  }

  @Test
  void an_archive_that_breaks_in_the_middle_does_not_break_the_instance() throws IOException {
    SpoolingArchive archive = open();
    remote.breaksAfter = 5;

    Outcome outcome =
        archive.store(
            instance(1, 1),
            out -> {
              out.write("one, ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
              out.write('t');
              out.write("wo".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            });

    assertThat(outcome).isEqualTo(SPOOLED);
    assertThat(read(archive, key(1, 1))).isEqualTo("one, two");
  }

  @Test
  void an_archive_that_throws_what_it_must_not_throw_loses_nothing() throws IOException {
    SpoolingArchive archive = open();
    remote.broken = Optional.of(new IllegalStateException("bug"));

    assertThat(store(archive, 1, 1, "one")).isEqualTo(SPOOLED);
    assertThat(events.all).contains("broken: bug");
  }

  @Test
  void an_archive_that_loses_what_it_is_sent_and_keeps_it_all_the_same_is_not_believed()
      throws IOException {
    SpoolingArchive archive = open();
    remote.loses = Optional.of(new IllegalStateException("bug"));

    assertThat(store(archive, 1, 1, "one")).isEqualTo(SPOOLED);
    assertThat(events.all).contains("broken: bug");
    assertThat(files("waiting")).hasSize(1);
  }

  @Test
  void a_spool_that_is_full_goes_on_with_the_archive_alone() throws IOException {
    SpoolingArchive archive = open();

    Outcome outcome = archive.store(instance(1, 1), out -> out.write(new byte[(1 << 20) + 1]));

    assertThat(outcome).isEqualTo(NEW);
    assertThat(events.all).containsExactly("copy failed");
    assertThat(archive.unavailable()).isEmpty();
  }

  @Test
  void when_neither_the_archive_nor_the_spool_takes_it_the_sender_is_told() throws IOException {
    SpoolingArchive archive = open();
    remote.breaksAfter = 10;

    Outcome outcome =
        archive.store(
            instance(1, 1),
            out -> {
              for (int i = 0; i < 1000; i++) {
                out.write(new byte[64 << 10]);
              }
              throw new AssertionError("read to its end for nothing");
            });

    assertThat(outcome).isInstanceOf(Unavailable.class);
    archive.close();
    assertThat(files("incoming")).isEmpty();
    assertThat(files("waiting")).isEmpty();
  }

  @Test
  void a_content_that_swallows_the_failure_of_both_is_not_acknowledged_all_the_same()
      throws IOException {
    SpoolingArchive archive = open();
    remote.breaksAfter = 10;

    Outcome outcome =
        archive.store(
            instance(1, 1),
            out ->
                assertThatThrownBy(() -> out.write(new byte[2 << 20]))
                    .isInstanceOf(ArchiveException.class));

    assertThat(outcome).isInstanceOf(Unavailable.class);
    assertThat(files("waiting")).isEmpty();
  }

  @Test
  void a_full_spool_before_an_archive_that_is_down_reads_nothing_and_says_so() throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;
    archive.store(instance(1, 1), out -> out.write(new byte[1 << 20]));

    Outcome outcome =
        archive.store(
            instance(2, 1),
            out -> {
              out.write(1);
            });

    assertThat(((Unavailable) outcome).cause()).isInstanceOf(OutOfSpaceException.class);
    assertThat(archive.unavailable())
        .contains("the spool holds the 1048576 bytes that it may hold");
    assertThat(archive.state().waiting()).isEqualTo(1);
  }

  @Test
  void room_comes_back_with_each_delivery() throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;
    archive.store(instance(1, 1), out -> out.write(new byte[1 << 20]));
    remote.down = false;

    threads.advance(LONGEST);

    assertThat(archive.unavailable()).isEmpty();
    remote.down = true;
    assertThat(archive.store(instance(2, 1), out -> out.write(new byte[1 << 20])))
        .isEqualTo(SPOOLED);
  }

  @Test
  void a_minimum_of_free_space_is_left_alone() throws IOException {
    SpoolSettings greedy =
        new SpoolSettings(directory, 1 << 20, Long.MAX_VALUE, true, FIRST, LONGEST, 4, 3);
    SpoolingArchive archive = open(greedy);

    assertThat(store(archive, 1, 1, "one")).isEqualTo(NEW);
    remote.down = true;

    assertThat(((Unavailable) store(archive, 1, 2, "two")).cause().getMessage())
        .isEqualTo("connection refused");
    assertThat(((Unavailable) store(archive, 1, 2, "two")).cause())
        .isInstanceOf(OutOfSpaceException.class);
    assertThat(archive.unavailable()).isPresent();
  }

  @Test
  void a_content_that_fails_passes_through_and_harms_no_other() throws IOException {
    SpoolingArchive archive = open();
    IOException cut = new IOException("cut");
    RuntimeException malformed = new IllegalStateException("malformed");
    List<Outcome> outcomes;
    try (Delivery delivery = archive.begin()) {
      delivery.add(instance(1, 1), text("one"));
      assertThatThrownBy(() -> delivery.add(instance(1, 2), throwing(cut))).isSameAs(cut);
      remote.down = true;
      assertThatThrownBy(() -> delivery.add(instance(1, 3), throwing(cut))).isSameAs(cut);
      assertThatThrownBy(
              () ->
                  delivery.add(
                      instance(1, 4),
                      out -> {
                        throw malformed;
                      }))
          .isSameAs(malformed);
      delivery.add(instance(1, 5), text("five"));
      remote.down = false;
      delivery.add(instance(1, 6), text("six"));
      outcomes = delivery.finish();
      assertThat(delivery.finish()).isEqualTo(outcomes);
    }

    assertThat(outcomes).containsExactly(NEW, SPOOLED, NEW);
    assertThat(read(archive, key(1, 5))).isEqualTo("five");
    assertThat(archive.retrieve(key(1, 2))).isEmpty();
    assertThat(archive.retrieve(key(1, 3))).isEmpty();
    archive.close();
    assertThat(files("incoming")).isEmpty();
  }

  @Test
  void a_content_that_fails_with_an_archives_exception_of_its_own_fails_too() throws IOException {
    SpoolingArchive archive = open();
    ArchiveException own = new ArchiveException("the archive that it is read from");

    assertThatThrownBy(() -> archive.store(instance(1, 1), throwing(own))).isSameAs(own);
    remote.down = true;
    store(archive, 2, 1, "down now");
    assertThatThrownBy(() -> archive.store(instance(1, 1), throwing(own))).isSameAs(own);
    archive.close();
    assertThat(files("incoming")).isEmpty();
  }

  private static org.radcanon.archive.Archive.Content throwing(IOException e) {
    return out -> {
      out.write(1);
      throw e;
    };
  }

  @Test
  void while_the_archive_is_known_to_be_down_it_is_not_tried() throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;
    store(archive, 1, 1, "one");
    remote.down = false;

    assertThat(store(archive, 2, 1, "two")).isEqualTo(SPOOLED);

    assertThat(remote.tried).containsExactly("1.2.1.1.1");
  }

  @Test
  void nothing_overtakes_an_instance_of_its_study_that_waits() throws IOException {
    SpoolingArchive archive = open();
    remote.answer =
        one ->
            one.key().study().equals("1.2.1")
                ? Optional.of(FakeRemote.unavailable("not this study"))
                : Optional.empty();
    store(archive, 1, 1, "one");
    threads.advance(FIRST);

    assertThat(archive.state().down()).isEmpty();
    assertThat(store(archive, 1, 2, "behind it")).isEqualTo(SPOOLED);
    assertThat(store(archive, 2, 1, "another study")).isEqualTo(NEW);
    assertThat(archive.isAhead("1.2.1")).isTrue();
    assertThat(archive.isAhead("1.2.2")).isFalse();
  }

  @Test
  void the_same_bytes_again_are_kept_once() throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;
    store(archive, 1, 1, "one");

    assertThat(store(archive, 1, 1, "one")).isEqualTo(SPOOLED);

    assertThat(files("waiting")).hasSize(1);
    archive.close();
    assertThat(files("incoming")).isEmpty();
    assertThat(archive.state().bytes()).isEqualTo(3);
  }

  @Test
  void the_same_bytes_twice_in_one_delivery_are_kept_once() throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;
    try (Delivery delivery = archive.begin()) {
      delivery.add(instance(1, 1), text("one"));
      delivery.add(instance(1, 1), text("one"));
      assertThat(delivery.finish()).containsExactly(SPOOLED, SPOOLED);
    }

    assertThat(files("waiting")).hasSize(1);
  }

  @Test
  void other_bytes_of_the_same_instance_come_behind_and_are_what_is_retrieved() throws IOException {
    SpoolingArchive archive = open();
    store(archive, 1, 1, "in the archive");
    remote.down = true;
    store(archive, 1, 1, "one");
    store(archive, 1, 1, "two");
    store(archive, 1, 1, "one");

    assertThat(files("waiting")).hasSize(3);
    assertThat(read(archive, key(1, 1))).isEqualTo("one");
    remote.down = false;
    threads.advance(LONGEST);
    assertThat(remote.text(key(1, 1))).isEqualTo("one");
    assertThat(remote.kept).hasSize(4);
    assertThat(read(archive, key(1, 1))).isEqualTo("one");
  }

  @Test
  void in_mode_refuse_the_sender_keeps_what_the_archive_cannot_take() throws IOException {
    SpoolingArchive archive = open(refusing());
    assertThat(store(archive, 1, 1, "one")).isEqualTo(NEW);
    remote.down = true;

    Unavailable outcome = (Unavailable) store(archive, 1, 2, "two");

    assertThat(outcome.cause()).hasMessage("connection refused");
    assertThat(archive.unavailable()).contains("connection refused");
    assertThat(files("waiting")).isEmpty();
    assertThat(archive.state().down()).isPresent();
    remote.down = false;
    assertThat(store(archive, 1, 2, "two")).isEqualTo(NEW);
    assertThat(archive.state().down()).isEmpty();
    assertThat(events.all).containsExactly("down: connection refused", "up after PT0S");
  }

  @Test
  void in_mode_refuse_what_was_spooled_before_is_handed_on_first() throws IOException {
    SpoolingArchive before = open();
    remote.down = true;
    store(before, 1, 1, "one");
    before.close();
    SpoolingArchive archive = open(refusing());
    remote.down = false;

    assertThat(((Unavailable) store(archive, 1, 2, "two")).cause())
        .hasMessage("earlier instances of the study still wait");
    assertThat(store(archive, 2, 1, "another study")).isEqualTo(NEW);
    threads.runAll();
    assertThat(remote.text(key(1, 1))).isEqualTo("one");
    assertThat(store(archive, 1, 2, "two")).isEqualTo(NEW);
  }

  @Test
  void a_closed_spool_acknowledges_nothing_but_what_the_archive_has() throws IOException {
    SpoolingArchive archive = open();
    archive.close();

    assertThat(store(archive, 1, 1, "one")).isEqualTo(NEW);
    remote.down = true;
    assertThat(store(archive, 1, 2, "two")).isInstanceOf(Unavailable.class);
    assertThat(archive.unavailable()).contains("closed");
    assertThat(files("waiting")).isEmpty();
    archive.close();
    assertThat(files("incoming")).isEmpty();
  }

  @Test
  void a_second_opener_of_the_directory_is_kept_out() throws IOException {
    open();

    assertThatThrownBy(this::open).isInstanceOf(ArchiveException.class);
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> new SpoolSettings(directory, 0, 0, true, FIRST, LONGEST, 1, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SpoolSettings(directory, 1, 0, true, LONGEST, FIRST, 1, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SpoolSettings(directory, 1, 0, true, FIRST, LONGEST, 0, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SpoolSettings(directory, 1, 0, true, FIRST, LONGEST, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
