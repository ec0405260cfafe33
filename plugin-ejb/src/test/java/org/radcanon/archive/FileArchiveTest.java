package org.radcanon.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.archive.Outcome.Change;

class FileArchiveTest extends EmbeddedArchiveContract {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:15:30.123456Z"), ZoneOffset.UTC);

  @TempDir Path directory;

  private final List<FileArchive> opened = new ArrayList<>();

  @Override
  protected FileArchive archive() throws ArchiveException {
    FileArchive archive = FileArchive.open(directory.resolve("a/b"), 0, CLOCK);
    opened.add(archive);
    return archive;
  }

  @AfterEach
  void close() {
    opened.forEach(FileArchive::close);
  }

  @Test
  void an_instance_is_there_after_a_restart() throws IOException {
    FileArchive before = archive();
    put(before, KEY, text("one"));
    before.close();

    FileArchive after = archive();

    assertThat(read(after, KEY)).asString().isEqualTo("one");
    assertThat(put(after, KEY, text("one"))).isEqualTo(Change.SAME);
  }

  @Test
  void its_file_is_named_by_its_uids() throws IOException {
    put(archive(), KEY, text("one"));

    assertThat(files("instances"))
        .singleElement()
        .asString()
        .endsWith("/1.2.3/1.2.3.4/1.2.3.4.5.dcm");
  }

  @Test
  void replaced_versions_are_put_aside_even_in_the_same_microsecond() throws IOException {
    Archive archive = archive();
    put(archive, KEY, text("one"));
    put(archive, KEY, text("two"));
    put(archive, KEY, text("three"));

    assertThat(files("superseded"))
        .extracting(Path::getFileName)
        .extracting(Path::toString)
        .containsExactlyInAnyOrder(
            "1.2.3.4.5.20261121T101530.123456Z.dcm", "1.2.3.4.5.20261121T101530.123456Z-1.dcm");
    assertThat(files("superseded"))
        .extracting(Files::readString)
        .containsExactlyInAnyOrder("one", "two");
    assertThat(read(archive, KEY)).asString().isEqualTo("three");
  }

  @Test
  void no_temporary_file_stays_behind() throws IOException {
    Archive archive = archive();
    put(archive, KEY, text("one"));
    put(archive, KEY, text("one"));
    put(archive, KEY, text("two"));
    assertThatThrownBy(
            () ->
                archive.store(
                    instance(KEY),
                    out -> {
                      out.write(1);
                      throw new IOException("cut");
                    }))
        .isInstanceOf(IOException.class);

    assertThat(files("incoming")).isEmpty();
  }

  @Test
  void what_a_crash_left_half_written_is_removed_at_the_next_start() throws IOException {
    archive().close();
    Files.writeString(directory.resolve("a/b/incoming/left.part"), "half");

    archive();

    assertThat(files("incoming")).isEmpty();
  }

  @Test
  void a_second_opener_of_the_directory_is_kept_out_until_the_first_closes() throws IOException {
    FileArchive first = archive();

    assertThatThrownBy(this::archive).isInstanceOf(ArchiveException.class);

    first.close();
    assertThat(archive().unavailable()).isEmpty();
  }

  @Test
  void a_closed_archive_takes_nothing() throws IOException {
    FileArchive archive = archive();
    archive.close();

    assertThat(archive.store(instance(KEY), text("one"))).isInstanceOf(Outcome.Unavailable.class);
    assertThat(archive.unavailable()).contains("closed");
  }

  @Test
  void below_the_minimum_free_space_it_refuses_before_reading_anything() throws IOException {
    AtomicLong usable = new AtomicLong(1000);
    FileArchive archive = withSpace(usable);
    usable.set(999);

    assertThat(
            cause(
                archive.store(
                    instance(KEY),
                    out -> {
                      throw new AssertionError("was read");
                    })))
        .isInstanceOf(OutOfSpaceException.class)
        .hasMessage("999 bytes free, 1000 must stay free");
    assertThat(archive.unavailable()).contains("999 bytes free, 1000 must stay free");

    usable.set(1000);
    assertThat(put(archive, KEY, text("one"))).isEqualTo(Change.NEW);
  }

  @Test
  void an_instance_that_eats_up_the_room_is_refused_while_it_is_written() throws IOException {
    AtomicLong usable = new AtomicLong(1000);
    FileArchive archive = withSpace(usable);

    assertThat(
            cause(
                archive.store(
                    instance(KEY),
                    out -> {
                      usable.set(1);
                      out.write(new byte[17 << 20]);
                    })))
        .isInstanceOf(OutOfSpaceException.class);

    assertThat(archive.retrieve(KEY)).isEmpty();
    assertThat(files("incoming")).isEmpty();
  }

  @Test
  void a_content_that_swallows_the_failure_of_the_disk_is_not_kept_all_the_same()
      throws IOException {
    AtomicLong usable = new AtomicLong(1000);
    FileArchive archive = withSpace(usable);

    Outcome outcome =
        archive.store(
            instance(KEY),
            out -> {
              usable.set(1);
              assertThatThrownBy(() -> out.write(new byte[17 << 20]))
                  .isInstanceOf(OutOfSpaceException.class);
              usable.set(1000);
            });

    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(archive.retrieve(KEY)).isEmpty();
  }

  private static Throwable cause(Outcome outcome) {
    return ((Outcome.Unavailable) outcome).cause();
  }

  @Test
  void a_full_disk_is_told_from_other_failures() {
    assertThat(FreeSpace.failure("writing", new IOException("No space left on device")))
        .isInstanceOf(OutOfSpaceException.class);
    assertThat(
            FreeSpace.failure("writing", new FileSystemException("f", null, "Disk quota exceeded")))
        .isInstanceOf(OutOfSpaceException.class);
    assertThat(FreeSpace.failure("writing", new IOException("Input/output error")))
        .isNotInstanceOf(OutOfSpaceException.class)
        .hasMessage("writing");
  }

  @Test
  void a_disk_that_is_really_full_is_out_of_space() throws IOException {
    Path full = Path.of("/dev/full");
    try (var channel = FileChannel.open(full, StandardOpenOption.WRITE)) {
      assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
          .isInstanceOfSatisfying(
              IOException.class,
              e -> assertThat(FreeSpace.failure("x", e)).isInstanceOf(OutOfSpaceException.class));
    }
  }

  @Test
  void a_directory_that_is_a_file_is_refused() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> FileArchive.open(file, 0, CLOCK)).isInstanceOf(ArchiveException.class);
  }

  @Test
  void nothing_but_a_uid_becomes_a_name() {
    for (String bad :
        List.of("", ".", "..", "../1", "1/2", "1..2", "1.2.", "a", "1\u0000", "1".repeat(65))) {
      assertThatThrownBy(() -> new InstanceKey("1.2", "1.2", bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("not a UID");
    }
  }

  private FileArchive withSpace(AtomicLong usable) throws IOException {
    Files.createDirectories(directory.resolve("a/b"));
    FileArchive archive =
        FileArchive.open(directory.resolve("a/b"), new FreeSpace(usable::get, 1000), CLOCK);
    opened.add(archive);
    return archive;
  }

  private List<Path> files(String top) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("a/b").resolve(top))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
