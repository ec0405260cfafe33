package org.radcanon.archive.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.radcanon.archive.Outcome.Refused;
import org.radcanon.archive.spool.JournalLine.Event;

/** What the next start makes of what it finds. */
class RecoveryTest extends SpoolTest {

  private static final String FIRST_FILE = "waiting/000000000001-1.2.1.1.1.dcm";

  @BeforeEach
  void one_waits() throws IOException {
    SpoolingArchive archive = open();
    remote.down = true;
    store(archive, 1, 1, "one");
    store(archive, 1, 2, "two");
    archive.close();
    events.all.clear();
  }

  @Test
  void what_was_acknowledged_is_handed_on_after_a_restart() throws IOException {
    remote.down = false;

    SpoolingArchive archive = open();
    assertThat(archive.state().waiting()).isEqualTo(2);
    assertThat(archive.state().bytes()).isEqualTo(6);
    assertThat(read(archive, key(1, 2))).isEqualTo("two");
    threads.runAll();

    assertThat(remote.kept).containsExactly("1.2.1.1.1", "1.2.1.1.2");
    assertThat(events.all).containsExactly("delivered 1", "delivered 2");
  }

  @Test
  void numbers_go_on_where_they_were_even_when_nothing_is_left() throws IOException {
    remote.down = false;
    SpoolingArchive emptied = open();
    threads.runAll();
    emptied.close();
    open().close();
    remote.down = true;

    store(open(), 1, 3, "three");

    assertThat(files("waiting")).containsExactly("000000000003-1.2.1.1.3.dcm");
  }

  @Test
  void what_was_just_arriving_is_removed() throws IOException {
    Files.writeString(directory.resolve("incoming/x.part"), "half");

    open();

    assertThat(files("incoming")).isEmpty();
  }

  @Test
  void a_torn_last_line_is_passed_over() throws IOException {
    append("2026-11-22T10:00:00Z\tdeliv");

    assertThat(open().state().waiting()).isEqualTo(2);
    assertThat(events.all).isEmpty();
  }

  @Test
  void lines_that_make_no_sense_are_counted() throws IOException {
    append("\0\0\0\0\nnonsense\n");
    append(journal().get(1) + "\n");

    assertThat(open().state().waiting()).isEqualTo(2);
    assertThat(events.all).containsExactly("damaged 2");
  }

  @Test
  void a_file_without_a_line_is_taken_up_from_its_own_header() throws IOException {
    Files.write(directory.resolve("waiting/000000000007-1.2.9.1.7.dcm"), dicom("1.2.9.1.7"));
    remote.down = false;

    SpoolingArchive archive = open();
    assertThat(archive.isAhead("1.2.9")).isTrue();
    threads.runAll();

    assertThat(events.all).contains("taken up 7 1.2.9.1.7");
    assertThat(remote.kept).contains("1.2.9.1.7");
  }

  @Test
  void a_journal_that_is_gone_altogether_costs_nothing_but_its_words() throws IOException {
    Files.write(directory.resolve(FIRST_FILE), dicom("1.2.1.1.1"));
    Files.write(directory.resolve("waiting/000000000002-1.2.1.1.2.dcm"), dicom("1.2.1.1.2"));
    Files.delete(directory.resolve("journal"));

    assertThat(open().state().waiting()).isEqualTo(2);
    assertThat(events.all).containsExactly("taken up 1 1.2.1.1.1", "taken up 2 1.2.1.1.2");
  }

  @Test
  void a_line_without_its_file_is_missed_aloud_once() throws IOException {
    Files.delete(directory.resolve(FIRST_FILE));

    open().close();
    open();

    assertThat(events.all).filteredOn(event -> event.startsWith("missing")).hasSize(1);
  }

  @Test
  void what_is_no_instance_of_the_spool_is_left_alone() throws IOException {
    Files.writeString(directory.resolve("waiting/readme"), "x");
    Files.writeString(directory.resolve("waiting/000000000009-1.2.3.dcm"), "no DICOM at all");

    assertThat(open().state().waiting()).isEqualTo(2);

    assertThat(events.all)
        .containsExactlyInAnyOrder("strange readme", "strange 000000000009-1.2.3.dcm");
    assertThat(files("waiting")).hasSize(4);
  }

  @Test
  void a_crash_between_the_journal_and_the_removal_delivers_nothing_twice() throws IOException {
    append(line(Event.DELIVERED).text() + "\n");

    assertThat(open().state().waiting()).isEqualTo(1);
    assertThat(files("waiting")).containsExactly("000000000002-1.2.1.1.2.dcm");
  }

  @Test
  void a_crash_before_setting_aside_tries_again() throws IOException {
    append(line(Event.SET_ASIDE).text() + "\n");

    assertThat(open().state().waiting()).isEqualTo(2);
  }

  @Test
  void what_was_set_aside_is_still_there_and_counts_for_the_room() throws IOException {
    remote.down = false;
    remote.answer = instance -> Optional.of(new Refused(0xC000, "no"));
    SpoolingArchive archive = open();
    threads.runAll();
    var aside = archive.setAside(10, 0);
    archive.close();

    SpoolingArchive after = open();

    assertThat(aside).hasSize(2);
    assertThat(after.setAside(10, 0)).isEqualTo(aside);
    assertThat(after.discard(1)).isTrue();
    after.close();
    assertThat(open().setAside(10, 0)).hasSize(1);
  }

  @Test
  void a_journal_begins_anew_with_what_is_of_use() throws IOException {
    try (Journal journal = openJournal()) {
      for (int i = 0; i < 100; i++) {
        journal.commit(List.of(line(Event.ATTEMPT)));
      }
      assertThat(journal.lines()).isEqualTo(100);
      journal.compact(5, List.of(line(Event.ACCEPTED)));
      journal.note(line(Event.ATTEMPT));
    }

    assertThat(Files.readAllLines(directory.resolve("elsewhere/journal"))).hasSize(3);
    assertThat(files("elsewhere")).containsExactly("journal", "waiting");
  }

  @Test
  void the_journal_is_made_short_when_most_of_it_is_of_no_use() throws IOException {
    remote.down = false;
    remote.answer = instance -> Optional.of(FakeRemote.unavailable("503"));
    SpoolingArchive archive = open();
    threads.advance(LONGEST.multipliedBy(20_000));
    assertThat(journal()).hasSizeGreaterThan(10_000);
    remote.answer = instance -> Optional.empty();

    threads.advance(LONGEST);

    assertThat(archive.state().waiting()).isZero();
    assertThat(journal()).hasSizeLessThan(4).first().asString().endsWith("\t000000000002");
  }

  private Journal openJournal() throws IOException {
    SpoolDirectory elsewhere = new SpoolDirectory(directory.resolve("elsewhere"));
    Files.createDirectories(elsewhere.waiting());
    return Journal.open(elsewhere, 0, List.of());
  }

  @Test
  void a_line_that_could_not_be_written_comes_later_and_a_closed_journal_takes_none()
      throws IOException {
    Journal journal = openJournal();
    journal.later(line(Event.DELIVERED));
    journal.commit(List.of(line(Event.ATTEMPT)));
    journal.close();

    assertThat(Files.readAllLines(directory.resolve("elsewhere/journal")).get(1))
        .contains("delivered");
    assertThatThrownBy(() -> journal.commit(List.of(line(Event.ATTEMPT))))
        .hasMessage("the spool's journal cannot be written");
  }

  @Test
  void a_line_reads_as_it_was_written_and_a_reason_cannot_break_it() {
    JournalLine line =
        new JournalLine(
            threads.clock().instant(),
            Event.SET_ASIDE,
            new Spooled(5, instance(1, 1), 17),
            3,
            "a\nb\tc " + "x".repeat(500));

    assertThat(JournalLine.parse(line.text())).contains(line);
    assertThat(line.reason()).startsWith("a b c x").hasSize(200);
    assertThat(JournalLine.parse(line.text().replace("1.2.1", "../x"))).isEmpty();
  }

  private JournalLine line(Event event) {
    return new JournalLine(
        threads.clock().instant(), event, new Spooled(1, instance(1, 1), 3), 1, "");
  }

  private void append(String text) throws IOException {
    Files.writeString(directory.resolve("journal"), text, StandardOpenOption.APPEND);
  }

  /** A PS3.10 file of nothing but UIDs, of a study named as its instance's first three parts. */
  private static byte[] dicom(String instance) {
    String series = instance.substring(0, instance.lastIndexOf('.'));
    String study = series.substring(0, series.lastIndexOf('.'));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    uid(out, 0x0002, 0x0010, "1.2.840.10008.1.2.1");
    uid(out, 0x0008, 0x0016, "1.2.840.10008.5.1.4.1.1.7");
    uid(out, 0x0008, 0x0018, instance);
    uid(out, 0x0020, 0x000D, study);
    uid(out, 0x0020, 0x000E, series);
    return out.toByteArray();
  }

  private static void uid(ByteArrayOutputStream out, int group, int element, String value) {
    byte[] padded =
        (value.length() % 2 == 0 ? value : value + "\0").getBytes(StandardCharsets.US_ASCII);
    out.writeBytes(
        new byte[] {
          (byte) group,
          (byte) (group >> 8),
          (byte) element,
          (byte) (element >> 8),
          'U',
          'I',
          (byte) padded.length,
          (byte) (padded.length >> 8)
        });
    out.writeBytes(padded);
  }
}
