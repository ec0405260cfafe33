package org.radcanon.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.radcanon.archive.Archive.Content;
import org.radcanon.archive.Outcome.Change;

/** What every {@link Archive} does, its fakes included. */
abstract class ArchiveContract {

  static final InstanceKey KEY = new InstanceKey("1.2.3", "1.2.3.4", "1.2.3.4.5");

  /** An archive without any instance. */
  abstract Archive archive() throws IOException;

  @Test
  void an_instance_comes_back_byte_for_byte() throws IOException {
    Archive archive = archive();
    byte[] bytes = random(1_000_003);

    assertThat(put(archive, KEY, out -> writeInOddPieces(out, bytes))).isEqualTo(Change.NEW);

    assertThat(read(archive, KEY)).isEqualTo(bytes);
  }

  @Test
  void an_empty_content_is_an_instance_too() throws IOException {
    Archive archive = archive();

    put(archive, KEY, out -> {});

    assertThat(read(archive, KEY)).isEmpty();
  }

  @Test
  void what_was_never_stored_is_not_there() throws IOException {
    assertThat(archive().retrieve(KEY)).isEmpty();
  }

  @Test
  void the_same_bytes_again_change_nothing() throws IOException {
    Archive archive = archive();
    put(archive, KEY, text("one"));

    assertThat(put(archive, KEY, text("one"))).isEqualTo(Change.SAME);

    assertThat(read(archive, KEY)).asString().isEqualTo("one");
  }

  @Test
  void other_bytes_of_the_same_instance_replace_it() throws IOException {
    Archive archive = archive();
    put(archive, KEY, text("one"));

    assertThat(put(archive, KEY, text("two"))).isEqualTo(Change.REPLACED);

    assertThat(read(archive, KEY)).asString().isEqualTo("two");
  }

  @Test
  void bytes_that_only_begin_like_those_there_replace_them() throws IOException {
    Archive archive = archive();
    put(archive, KEY, text("one and more"));

    assertThat(put(archive, KEY, text("one"))).isEqualTo(Change.REPLACED);

    assertThat(read(archive, KEY)).asString().isEqualTo("one");
  }

  @Test
  void instances_that_differ_in_any_uid_are_different() throws IOException {
    Archive archive = archive();
    put(archive, KEY, text("one"));
    put(archive, new InstanceKey("1.2.3", "1.2.3.4", "1.2.3.4.6"), text("two"));
    put(archive, new InstanceKey("1.2.3", "1.2.3.5", "1.2.3.4.5"), text("three"));
    put(archive, new InstanceKey("1.2.4", "1.2.3.4", "1.2.3.4.5"), text("four"));

    assertThat(read(archive, KEY)).asString().isEqualTo("one");
  }

  @Test
  void nothing_stays_of_a_content_that_fails() throws IOException {
    Archive archive = archive();
    IOException cut = new IOException("cut");

    assertThatThrownBy(() -> put(archive, KEY, failing(cut))).isSameAs(cut);

    assertThat(archive.retrieve(KEY)).isEmpty();
    assertThat(put(archive, KEY, text("one"))).isEqualTo(Change.NEW);
  }

  @Test
  void a_content_that_fails_unchecked_passes_its_exception_through() throws IOException {
    Archive archive = archive();
    RuntimeException malformed = new IllegalStateException("malformed");

    assertThatThrownBy(
            () ->
                put(
                    archive,
                    KEY,
                    out -> {
                      throw malformed;
                    }))
        .isSameAs(malformed);

    assertThat(archive.retrieve(KEY)).isEmpty();
  }

  @Test
  void a_failing_replacement_leaves_what_was_there() throws IOException {
    Archive archive = archive();
    put(archive, KEY, text("one"));

    assertThatThrownBy(() -> put(archive, KEY, failing(new IOException("cut"))))
        .isInstanceOf(IOException.class);

    assertThat(read(archive, KEY)).asString().isEqualTo("one");
  }

  @Test
  void of_stores_of_one_instance_at_the_same_time_exactly_one_is_new() throws Exception {
    Archive archive = archive();
    byte[] bytes = random(300_000);

    List<Change> outcomes = atOnce(8, i -> put(archive, KEY, out -> writeInOddPieces(out, bytes)));

    assertThat(outcomes).containsOnlyOnce(Change.NEW);
    assertThat(outcomes.stream().filter(o -> o == Change.SAME)).hasSize(7);
    assertThat(read(archive, KEY)).isEqualTo(bytes);
  }

  @Test
  void different_versions_at_the_same_time_leave_one_of_them_whole() throws Exception {
    Archive archive = archive();

    List<Change> outcomes = atOnce(8, i -> put(archive, KEY, text("version " + i)));

    assertThat(outcomes).containsOnlyOnce(Change.NEW);
    assertThat(outcomes.stream().filter(o -> o == Change.REPLACED)).hasSize(7);
    assertThat(read(archive, KEY)).asString().matches("version [0-7]");
  }

  @Test
  void instances_of_one_study_at_the_same_time_are_all_there() throws Exception {
    Archive archive = archive();

    atOnce(16, i -> put(archive, key(i), text("instance " + i)));

    for (int i = 0; i < 16; i++) {
      assertThat(read(archive, key(i))).asString().isEqualTo("instance " + i);
    }
  }

  @Test
  void the_outcomes_of_a_delivery_come_in_the_order_of_its_instances() throws IOException {
    Archive archive = archive();
    put(archive, key(1), text("there"));

    List<Outcome> outcomes;
    try (Delivery delivery = archive.begin()) {
      delivery.add(instance(key(0)), text("new"));
      delivery.add(instance(key(1)), text("there"));
      delivery.add(instance(key(2)), text("new too"));
      outcomes = delivery.finish();
    }

    assertThat(outcomes)
        .extracting(outcome -> ((Outcome.Kept) outcome).change())
        .containsExactly(Change.NEW, Change.SAME, Change.NEW);
    assertThat(read(archive, key(2))).asString().isEqualTo("new too");
  }

  @Test
  void an_instance_that_fails_harms_no_other_of_its_delivery() throws IOException {
    Archive archive = archive();

    try (Delivery delivery = archive.begin()) {
      delivery.add(instance(key(0)), text("before"));
      assertThatThrownBy(
              () -> delivery.add(instance(key(1)), failing(new IOException("broken off"))))
          .hasMessage("broken off");
      delivery.add(instance(key(2)), text("behind"));

      assertThat(delivery.finish()).hasSize(2).allMatch(Outcome.Kept.class::isInstance);
    }

    assertThat(read(archive, key(0))).asString().isEqualTo("before");
    assertThat(archive.retrieve(key(1))).isEmpty();
    assertThat(read(archive, key(2))).asString().isEqualTo("behind");
  }

  @Test
  void a_delivery_of_nothing_has_no_outcome() throws IOException {
    try (Delivery delivery = archive().begin()) {
      assertThat(delivery.finish()).isEmpty();
    }
  }

  @Test
  void it_says_that_it_is_available() throws IOException {
    assertThat(archive().unavailable()).isEmpty();
  }

  static Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Hands one instance over to an archive that keeps it. */
  static Change put(Archive archive, InstanceKey key, Content content) throws IOException {
    return ((Outcome.Kept) archive.store(instance(key), content)).change();
  }

  static Instance instance(InstanceKey key) {
    return new Instance(key, "1.2.840.10008.5.1.4.1.1.7", "1.2.840.10008.1.2.1");
  }

  static byte[] read(Archive archive, InstanceKey key) throws IOException {
    try (InputStream in = archive.retrieve(key).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  private static InstanceKey key(int i) {
    return new InstanceKey("1.2.9", "1.2.9." + i % 4, "1.2.9.0." + i);
  }

  private static Content failing(IOException e) {
    return out -> {
      out.write(random(200_000));
      throw e;
    };
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static void writeInOddPieces(java.io.OutputStream out, byte[] bytes) throws IOException {
    int[] lengths = {1, 7, 131_071, 131_072, 3, 300_000, 65_536};
    out.write(bytes[0]);
    int from = 1;
    for (int i = 0; from < bytes.length; i++) {
      int length = Math.min(lengths[i % lengths.length], bytes.length - from);
      out.write(bytes, from, length);
      from += length;
    }
  }

  private interface Store {
    Change run(int i) throws IOException;
  }

  private static List<Change> atOnce(int n, Store store) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(n);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Change>> running = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        int number = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return store.run(number);
                }));
      }
      start.countDown();
      List<Change> outcomes = new ArrayList<>();
      for (Future<Change> one : running) {
        outcomes.add(one.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }
}
