package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.radcanon.dimse.AssociationException.Ending;

class AssociationPoolTest {

  private static final String EXPLICIT = "1.2.840.10008.1.2.1";
  private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
  private static final String MR = "1.2.840.10008.5.1.4.1.1.4";
  private static final DimseSettings SETTINGS = DimseSettings.DEFAULT;
  private static final DataSetContent CONTENT = out -> out.write(new byte[] {1, 2, 3});

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RecordedEvents events = new RecordedEvents();
  private final FakePeer peer = new FakePeer();

  /** Serves every association that is opened to it. */
  private final class FakePeer implements Opener {
    final List<List<Pair>> proposals = new CopyOnWriteArrayList<>();
    final List<FakeAssociation> ours = new CopyOnWriteArrayList<>();
    final List<FakeAssociation> theirs = new CopyOnWriteArrayList<>();
    final List<String> stored = new CopyOnWriteArrayList<>();
    volatile Runnable opening = () -> {};
    volatile boolean deaf;
    volatile Predicate<Pair> accepts = pair -> true;
    volatile StorageService storage =
        (request, dataSet) -> {
          stored.add(request.sopInstance() + Arrays.toString(dataSet.readAllBytes()));
          return Status.SUCCESS;
        };

    @Override
    public Association open(List<Pair> proposed) throws IOException {
      proposals.add(List.copyOf(proposed));
      List<AcceptedContext> accepted = new ArrayList<>();
      for (Pair pair : proposed) {
        if (accepts.test(pair)) {
          accepted.add(
              new AcceptedContext(
                  2 * proposed.indexOf(pair) + 1, pair.abstractSyntax(), pair.transferSyntax()));
        }
      }
      FakeAssociation[] ends = FakeAssociation.pair(accepted.toArray(AcceptedContext[]::new));
      ends[0].deaf = new CountDownLatch(deaf ? 1 : 0);
      opening.run();
      ours.add(ends[0]);
      theirs.add(ends[1]);
      StorageService service = (request, dataSet) -> storage.store(request, dataSet);
      threads.submit(
          () ->
              new ServiceLoop(
                      ends[1], service, (request, matches) -> Status.SUCCESS, DimseEvents.NONE)
                  .run());
      return ends[0];
    }
  }

  private AssociationPool pool(int size) {
    return pool(size, SETTINGS);
  }

  private AssociationPool pool(int size, DimseSettings settings) {
    return new AssociationPool(peer, settings, size, events);
  }

  private static DimseSettings settings(Duration idle, Duration response) {
    return new DimseSettings(
        SETTINGS.maximumPduLength(),
        SETTINGS.negotiationLimit(),
        1,
        SETTINGS.artim(),
        SETTINGS.connect(),
        idle,
        response);
  }

  private static Outgoing instance(String sopClass, String sopInstance) {
    return new Outgoing(sopClass, sopInstance, EXPLICIT);
  }

  @AfterEach
  void end() throws Exception {
    peer.ours.forEach(FakeAssociation::abort);
    threads.shutdown();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void an_instance_is_stored_and_the_association_is_used_again() throws Exception {
    try (AssociationPool pool = pool(2)) {
      assertThat(pool.store(instance(CT, "1.1"), CONTENT)).isEqualTo(Status.SUCCESS);
      assertThat(pool.store(instance(CT, "1.2"), CONTENT)).isEqualTo(Status.SUCCESS);
    }

    assertThat(peer.stored).containsExactly("1.1[1, 2, 3]", "1.2[1, 2, 3]");
    assertThat(peer.proposals).containsExactly(List.of(new Pair(CT, EXPLICIT)));
    assertThat(peer.ours.get(0).endings).containsExactly("released");
    assertThat(events.released).containsExactly(2L);
  }

  /** Who has just put an association back must not end it when another call has it already. */
  @Test
  void calls_of_many_threads_never_end_each_others_associations() throws Exception {
    peer.storage = (request, dataSet) -> Status.SUCCESS;
    try (AssociationPool pool = pool(4)) {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(threads.submit(() -> allStored(pool, 3_000)));
      }
      for (Future<Boolean> each : all) {
        assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
      }
    }

    assertThat(events.broken).isEmpty();
  }

  private static boolean allStored(AssociationPool pool, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      if (!pool.store(instance(CT, "1." + i), CONTENT).isSuccess()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void the_peers_status_is_returned_with_its_comment() throws Exception {
    peer.storage = (request, dataSet) -> Status.of(0xA700, "disk full");

    try (AssociationPool pool = pool(1)) {
      assertThat(pool.store(instance(CT, "1.1"), CONTENT))
          .isEqualTo(Status.of(0xA700, "disk full"));
    }
  }

  @Test
  void a_new_association_proposes_what_was_sent_lately_too() throws Exception {
    try (AssociationPool pool = pool(1)) {
      pool.store(instance(CT, "1.1"), CONTENT);
      pool.store(instance(MR, "1.2"), CONTENT);
      pool.store(instance(CT, "1.3"), CONTENT);
    }

    assertThat(peer.proposals)
        .containsExactly(
            List.of(new Pair(CT, EXPLICIT)),
            List.of(new Pair(MR, EXPLICIT), new Pair(CT, EXPLICIT)));
    assertThat(peer.ours.get(0).endings).containsExactly("released");
  }

  @Test
  void no_more_contexts_are_proposed_than_there_are_ids() throws Exception {
    try (AssociationPool pool = pool(1)) {
      for (int i = 0; i < 200; i++) {
        pool.store(instance("1.2." + i, "1.1"), CONTENT);
      }
    }

    assertThat(peer.proposals).hasSize(200);
    assertThat(peer.proposals.get(199)).hasSize(128).startsWith(new Pair("1.2.199", EXPLICIT));
    assertThat(peer.stored).hasSize(200);
  }

  @Test
  void what_the_peer_does_not_accept_is_answered_without_asking_the_content() throws Exception {
    peer.accepts = pair -> !pair.abstractSyntax().equals(MR);
    DataSetContent untouched =
        out -> {
          throw new AssertionError("asked");
        };

    try (AssociationPool pool = pool(1)) {
      assertThat(pool.store(instance(MR, "1.1"), untouched).code()).isEqualTo(0x0122);
      assertThat(pool.store(instance(MR, "1.2"), untouched).code()).isEqualTo(0x0122);
      assertThat(pool.store(instance(CT, "1.3"), CONTENT)).isEqualTo(Status.SUCCESS);
    }

    assertThat(peer.proposals).hasSize(2);
  }

  @Test
  void a_failing_content_aborts_the_association_and_passes_unchanged() throws Exception {
    IOException own = new IOException("the source broke");

    try (AssociationPool pool = pool(1)) {
      assertThatThrownBy(
              () ->
                  pool.store(
                      instance(CT, "1.1"),
                      out -> {
                        out.write(new byte[10]);
                        throw own;
                      }))
          .isSameAs(own);
      assertThat(peer.ours.get(0).endings).containsExactly("aborted");
      assertThat(pool.store(instance(CT, "1.2"), CONTENT)).isEqualTo(Status.SUCCESS);
    }

    assertThat(peer.stored).hasSize(1);
    assertThat(peer.ours).hasSize(2);
  }

  @Test
  void an_unchecked_failure_of_the_content_passes_unchanged_too() {
    IllegalStateException own = new IllegalStateException();

    try (AssociationPool pool = pool(1)) {
      assertThatThrownBy(
              () ->
                  pool.store(
                      instance(CT, "1.1"),
                      out -> {
                        throw own;
                      }))
          .isSameAs(own);
    }

    assertThat(peer.ours.get(0).endings).containsExactly("aborted");
  }

  @Test
  void an_association_exception_of_the_contents_own_passes_and_is_not_tried_again() {
    AssociationException own = new AssociationException(Ending.ABORTED_BY_PEER, "of the sender");

    try (AssociationPool pool = pool(1)) {
      assertThatThrownBy(
              () ->
                  pool.store(
                      instance(CT, "1.1"),
                      out -> {
                        throw own;
                      }))
          .isSameAs(own);
    }

    assertThat(peer.ours).hasSize(1);
  }

  @Test
  void an_association_that_fails_while_the_content_writes_is_told_even_if_the_content_is_silent() {
    DataSetContent silent =
        out -> {
          peer.theirs.get(0).abort();
          try {
            out.write(1);
          } catch (IOException e) {
            return;
          }
        };

    try (AssociationPool pool = pool(1)) {
      assertThatThrownBy(() -> pool.store(instance(CT, "1.1"), silent))
          .isInstanceOf(AssociationException.class);
    }
  }

  @Test
  void a_content_that_is_silent_about_a_fault_in_writing_ends_nothing_as_whole() {
    DataSetContent silent =
        out -> {
          out.write(1);
          try {
            out.write(new byte[1], 3, 1);
          } catch (RuntimeException e) {
            return;
          }
        };

    try (AssociationPool pool = pool(1)) {
      assertThatThrownBy(() -> pool.store(instance(CT, "1.1"), silent))
          .isInstanceOf(AssociationException.class)
          .hasRootCauseInstanceOf(IndexOutOfBoundsException.class);
    }

    assertThat(peer.ours.get(0).endings).containsExactly("aborted");
    assertThat(peer.stored).isEmpty();
  }

  @Test
  void an_association_that_fails_is_the_cause_of_what_the_content_makes_of_it() {
    DataSetContent wrapping =
        out -> {
          peer.theirs.get(0).abort();
          try {
            out.write(1);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        };

    try (AssociationPool pool = pool(1)) {
      assertThatThrownBy(() -> pool.store(instance(CT, "1.1"), wrapping))
          .isInstanceOf(AssociationException.class)
          .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }
  }

  @Test
  void an_idle_association_that_the_peer_has_released_is_not_used_again() throws Exception {
    try (AssociationPool pool = pool(1)) {
      pool.store(instance(CT, "1.1"), CONTENT);
      peer.theirs.get(0).release();

      assertThat(pool.store(instance(CT, "1.2"), CONTENT)).isEqualTo(Status.SUCCESS);
    }

    assertThat(peer.ours).hasSize(2);
    assertThat(events.broken).isEmpty();
  }

  @Test
  void an_idle_association_that_the_peer_has_aborted_is_not_used_again() throws Exception {
    try (AssociationPool pool = pool(1)) {
      pool.store(instance(CT, "1.1"), CONTENT);
      peer.theirs.get(0).abort();

      assertThat(pool.store(instance(CT, "1.2"), CONTENT)).isEqualTo(Status.SUCCESS);
    }

    assertThat(events.broken).containsExactly(Ending.ABORTED_BY_PEER);
  }

  @Test
  void a_reused_association_that_fails_before_the_content_is_asked_is_replaced_once()
      throws Exception {
    try (AssociationPool pool = pool(1)) {
      pool.store(instance(CT, "1.1"), CONTENT);
      peer.ours.get(0).goneUnnoticed();

      assertThat(pool.store(instance(CT, "1.2"), CONTENT)).isEqualTo(Status.SUCCESS);
    }

    assertThat(peer.stored).hasSize(2);
    assertThat(peer.ours).hasSize(2);
  }

  @Test
  void room_is_there_only_once_the_association_before_is_closed() throws Exception {
    peer.deaf = true;
    try (AssociationPool pool = pool(1, settings(Duration.ofMillis(20), Duration.ofSeconds(20)))) {
      pool.store(instance(CT, "1.1"), CONTENT);
      peer.deaf = false;
      FakeAssociation first = peer.ours.get(0);
      CountDownLatch answer = first.deaf;
      await(first.releasing);
      BlockingQueue<Integer> endedBefore = new LinkedBlockingQueue<>();
      peer.opening = () -> endedBefore.add(first.endings.size());
      Future<Status> call = threads.submit(() -> pool.store(instance(CT, "1.2"), CONTENT));
      answer.countDown();

      assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(Status.SUCCESS);
      assertThat(endedBefore).containsExactly(1);
    }
  }

  @Test
  void closing_waits_once_for_a_peer_that_answers_no_release() throws Exception {
    peer.deaf = true;
    AssociationPool pool = pool(3, settings(Duration.ofMinutes(1), Duration.ofMillis(50)));
    CountDownLatch all = new CountDownLatch(3);
    List<Future<Status>> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Outgoing instance = instance(CT, "1." + i);
      calls.add(
          threads.submit(
              () ->
                  pool.store(
                      instance,
                      out -> {
                        all.countDown();
                        await(all);
                      })));
    }
    for (Future<Status> call : calls) {
      call.get(20, TimeUnit.SECONDS);
    }

    pool.close();

    assertThat(peer.ours)
        .hasSize(3)
        .allSatisfy(association -> assertThat(association.endings).containsExactly("ended"));
    assertThat(peer.ours).filteredOn(a -> a.releasing.getCount() == 0).hasSize(1);
  }

  @Test
  void idle_associations_are_released_after_the_idle_time() throws Exception {
    try (AssociationPool pool = pool(1, settings(Duration.ofMillis(20), Duration.ofSeconds(20)))) {
      pool.store(instance(CT, "1.1"), CONTENT);

      assertThat(peer.ours.get(0).endings.poll(20, TimeUnit.SECONDS)).isEqualTo("released");
    }
  }

  @Test
  void as_many_associations_are_open_as_calls_at_once_but_no_more_than_the_size() throws Exception {
    CountDownLatch two = new CountDownLatch(2);
    CountDownLatch go = new CountDownLatch(1);
    DataSetContent waiting =
        out -> {
          two.countDown();
          await(go);
          out.write(1);
        };
    try (AssociationPool pool = pool(2)) {
      List<Future<Status>> calls = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        Outgoing instance = instance(CT, "1." + i);
        calls.add(threads.submit(() -> pool.store(instance, waiting)));
      }
      await(two);
      go.countDown();
      for (Future<Status> call : calls) {
        assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(Status.SUCCESS);
      }
    }

    assertThat(peer.ours).hasSize(2);
    assertThat(peer.stored).hasSize(5);
  }

  @Test
  void waiting_for_an_association_ends_with_the_response_time_out() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (AssociationPool pool = pool(1, settings(Duration.ofMinutes(1), Duration.ofMillis(20)))) {
      Future<Status> call =
          threads.submit(
              () ->
                  pool.store(
                      instance(CT, "1.1"),
                      out -> {
                        busy.countDown();
                        await(go);
                      }));
      await(busy);

      assertThatThrownBy(() -> pool.store(instance(CT, "1.2"), CONTENT))
          .isInstanceOfSatisfying(
              AssociationException.class, e -> assertThat(e.ending()).isEqualTo(Ending.BUSY));
      go.countDown();
      assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(Status.SUCCESS);
    }
  }

  @Test
  void the_peer_answers_an_echo() throws Exception {
    try (AssociationPool pool = pool(1)) {
      assertThat(pool.echo()).isEqualTo(Status.SUCCESS);
      assertThat(pool.echo()).isEqualTo(Status.SUCCESS);
    }

    assertThat(peer.ours).hasSize(1);
  }

  @Test
  void a_rejection_is_told_and_takes_no_room() {
    AssociationException rejected = new AssociationException(Ending.REJECTED, "called AE title");
    Opener rejecting =
        proposed -> {
          throw rejected;
        };

    try (AssociationPool pool = new AssociationPool(rejecting, SETTINGS, 1, events)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> pool.store(instance(CT, "1.1"), CONTENT)).isSameAs(rejected);
      }
    }
  }

  @Test
  void a_closed_pool_stores_nothing_and_keeps_nothing() throws Exception {
    AssociationPool pool = pool(2);
    pool.store(instance(CT, "1.1"), CONTENT);

    pool.close();
    pool.close();

    assertThat(peer.ours.get(0).endings).containsExactly("released");
    assertThatThrownBy(() -> pool.store(instance(CT, "1.2"), CONTENT))
        .isInstanceOfSatisfying(
            AssociationException.class, e -> assertThat(e.ending()).isEqualTo(Ending.CLOSED));
    assertThat(peer.ours).hasSize(1);
  }

  @Test
  void closing_aborts_what_goes_on_for_too_long() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    AssociationPool pool = pool(1, settings(Duration.ofMinutes(1), Duration.ofMillis(20)));
    Future<Status> call =
        threads.submit(
            () ->
                pool.store(
                    instance(CT, "1.1"),
                    out -> {
                      busy.countDown();
                      for (; ; ) {
                        out.write(1);
                      }
                    }));
    await(busy);

    pool.close();

    assertThatThrownBy(() -> call.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(AssociationException.class);
    assertThat(peer.ours.get(0).endings).containsExactly("ended");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
