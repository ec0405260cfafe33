package org.radcanon.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.radcanon.archive.Archive.Content;
import org.radcanon.archive.Outcome.Change;

/**
 * What every {@link Archive} does, its fakes included. Contents are real instances, as an archive
 * of another make takes nothing else.
 */
public abstract class ArchiveContract {

  protected static final InstanceKey KEY = new InstanceKey("1.2.3", "1.2.3.4", "1.2.3.4.5");

  /** An archive without any instance. */
  protected abstract Archive archive() throws IOException;

  /** What it says of an instance that was not there before. */
  protected Change ofNew() {
    return Change.NEW;
  }

  /** What it says of an instance that is there with the same bytes. */
  protected Change ofSame() {
    return Change.SAME;
  }

  /** What it says of an instance that is there with other bytes. */
  protected Change ofOther() {
    return Change.REPLACED;
  }

  /** Instances before one that fails are kept; otherwise they have to be sent again. */
  protected boolean answersEachAlone() {
    return true;
  }

  /** What has to come back as it was handed over: all of it, but for archives that make files. */
  protected byte[] kept(byte[] file) {
    return file;
  }

  @Test
  void an_instance_comes_back_byte_for_byte() throws IOException {
    Archive archive = archive();
    byte[] bytes = TestInstances.file(KEY, "large", 1_000_003);

    assertThat(put(archive, KEY, out -> writeInOddPieces(out, bytes))).isEqualTo(ofNew());

    assertThat(kept(read(archive, KEY))).isEqualTo(kept(bytes));
  }

  @Test
  void what_was_never_stored_is_not_there() throws IOException {
    assertThat(archive().retrieve(KEY)).isEmpty();
  }

  @Test
  void the_same_bytes_again_change_nothing() throws IOException {
    Archive archive = archive();
    put(archive, KEY, "one");

    assertThat(put(archive, KEY, "one")).isEqualTo(ofSame());

    assertThat(marker(archive, KEY)).isEqualTo("one");
  }

  @Test
  void other_bytes_of_the_same_instance_replace_it() throws IOException {
    Archive archive = archive();
    put(archive, KEY, "one");

    assertThat(put(archive, KEY, "two")).isEqualTo(ofOther());

    assertThat(marker(archive, KEY)).isEqualTo("two");
  }

  @Test
  void bytes_that_only_begin_like_those_there_replace_them() throws IOException {
    Archive archive = archive();
    byte[] shorter = TestInstances.file(KEY, "one");
    put(archive, KEY, out -> out.write(TestInstances.file(KEY, "one", 40)));

    assertThat(put(archive, KEY, out -> out.write(shorter))).isEqualTo(ofOther());

    assertThat(kept(read(archive, KEY))).isEqualTo(kept(shorter));
  }

  @Test
  void nothing_stays_of_a_content_that_fails() throws IOException {
    Archive archive = archive();
    IOException cut = new IOException("cut");

    assertThatThrownBy(() -> put(archive, KEY, failing(cut))).isSameAs(cut);

    assertThat(archive.retrieve(KEY)).isEmpty();
    assertThat(put(archive, KEY, "one")).isEqualTo(ofNew());
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
    put(archive, KEY, "one");

    assertThatThrownBy(() -> put(archive, KEY, failing(new IOException("cut"))))
        .isInstanceOf(IOException.class);

    assertThat(marker(archive, KEY)).isEqualTo("one");
  }

  @Test
  void of_stores_of_one_instance_at_the_same_time_exactly_one_is_new() throws Exception {
    Archive archive = archive();
    byte[] bytes = TestInstances.file(KEY, "same", 300_000);

    List<Change> outcomes = atOnce(8, i -> put(archive, KEY, out -> writeInOddPieces(out, bytes)));

    assertThat(outcomes).containsExactlyInAnyOrderElementsOf(oneAndSeven(ofNew(), ofSame()));
    assertThat(kept(read(archive, KEY))).isEqualTo(kept(bytes));
  }

  @Test
  void different_versions_at_the_same_time_leave_one_of_them_whole() throws Exception {
    Archive archive = archive();

    List<Change> outcomes = atOnce(8, i -> put(archive, KEY, "version " + i));

    assertThat(outcomes).containsExactlyInAnyOrderElementsOf(oneAndSeven(ofNew(), ofOther()));
    assertThat(marker(archive, KEY)).matches("version [0-7]");
  }

  @Test
  void instances_of_one_study_at_the_same_time_are_all_there() throws Exception {
    Archive archive = archive();

    atOnce(16, i -> put(archive, key(i), "instance " + i));

    for (int i = 0; i < 16; i++) {
      assertThat(marker(archive, key(i))).isEqualTo("instance " + i);
    }
  }

  @Test
  void the_outcomes_of_a_delivery_come_in_the_order_of_its_instances() throws IOException {
    Archive archive = archive();
    put(archive, key(1), "there");

    List<Outcome> outcomes;
    try (Delivery delivery = archive.begin()) {
      delivery.add(instance(key(0)), text(key(0), "new"));
      delivery.add(instance(key(1)), text(key(1), "there"));
      delivery.add(instance(key(2)), text(key(2), "new too"));
      outcomes = delivery.finish();
    }

    assertThat(outcomes)
        .extracting(outcome -> ((Outcome.Kept) outcome).change())
        .containsExactly(ofNew(), ofSame(), ofNew());
    assertThat(marker(archive, key(2))).isEqualTo("new too");
  }

  @Test
  void an_instance_that_fails_harms_no_other_of_its_delivery() throws IOException {
    Archive archive = archive();

    try (Delivery delivery = archive.begin()) {
      delivery.add(instance(key(0)), text(key(0), "before"));
      assertThatThrownBy(
              () -> delivery.add(instance(key(1)), failing(new IOException("broken off"))))
          .hasMessage("broken off");
      delivery.add(instance(key(2)), text(key(2), "behind"));

      List<Outcome> outcomes = delivery.finish();
      assertThat(outcomes).hasSize(2);
      assertThat(outcomes.get(0))
          .isInstanceOf(answersEachAlone() ? Outcome.Kept.class : Outcome.Unavailable.class);
      assertThat(outcomes.get(1)).isInstanceOf(Outcome.Kept.class);
    }

    if (!answersEachAlone()) {
      put(archive, key(0), "before");
    }
    assertThat(marker(archive, key(0))).isEqualTo("before");
    assertThat(archive.retrieve(key(1))).isEmpty();
    assertThat(marker(archive, key(2))).isEqualTo("behind");
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

  /** An instance that carries a word. */
  protected static Content text(InstanceKey key, String marker) {
    byte[] file = TestInstances.file(key, marker);
    return out -> out.write(file);
  }

  protected static Change put(Archive archive, InstanceKey key, String marker) throws IOException {
    return put(archive, key, text(key, marker));
  }

  /** Hands one instance over to an archive that keeps it. */
  protected static Change put(Archive archive, InstanceKey key, Content content)
      throws IOException {
    Outcome outcome = archive.store(instance(key), content);
    assertThat(outcome).isInstanceOf(Outcome.Kept.class);
    return ((Outcome.Kept) outcome).change();
  }

  protected static Instance instance(InstanceKey key) {
    return new Instance(key, TestInstances.SOP_CLASS, TestInstances.TRANSFER_SYNTAX);
  }

  protected static byte[] read(Archive archive, InstanceKey key) throws IOException {
    try (InputStream in = archive.retrieve(key).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  /** The word that an instance in the archive carries. */
  protected static String marker(Archive archive, InstanceKey key) throws IOException {
    return TestInstances.marker(read(archive, key));
  }

  private static List<Change> oneAndSeven(Change one, Change other) {
    List<Change> all = new ArrayList<>(Collections.nCopies(7, other));
    all.add(one);
    return all;
  }

  private static InstanceKey key(int i) {
    return new InstanceKey("1.2.9", "1.2.9." + i % 4, "1.2.9.0." + i);
  }

  /** Breaks off in the middle of an instance. */
  private static Content failing(IOException e) {
    return out -> {
      out.write(TestInstances.file(KEY, "broken off", 400_000), 0, 200_000);
      throw e;
    };
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
