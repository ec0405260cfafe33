package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.radcanon.dimse.AssociationException.Ending;

/** Server and pool over the real upper layer. */
class DimseServerTest {

  private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";
  private static final AeTitle SERVER = new AeTitle("RADCANON");
  private static final AeTitle CLIENT = new AeTitle("SENDER");
  private static final DataSetContent SOME = out -> out.write(new byte[] {1, 2, 3, 4});

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RecordedEvents events = new RecordedEvents();
  private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
  private final StorageService storage =
      (request, dataSet) -> {
        stored.put(request.sopInstance(), dataSet.readAllBytes());
        return Status.SUCCESS;
      };

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private DimseServer server(int maximumAssociations, Set<AeTitle> calling) throws IOException {
    return server(maximumAssociations, calling, storage);
  }

  private DimseServer server(int maximumAssociations, Set<AeTitle> calling, StorageService service)
      throws IOException {
    return server(maximumAssociations, calling, service, threads);
  }

  private DimseServer server(
      int maximumAssociations, Set<AeTitle> calling, StorageService service, Executor executor)
      throws IOException {
    ServerSettings settings =
        new ServerSettings(
            InetAddress.getLoopbackAddress(),
            0,
            Optional.empty(),
            Set.of(SERVER),
            calling,
            maximumAssociations,
            Loopback.SETTINGS,
            StorageAcceptance.STANDARD);
    return DimseServer.open(
        settings, service, (request, matches) -> Status.SUCCESS, events, executor);
  }

  private static AssociationPool pool(DimseServer server, AeTitle called, int size) {
    Peer peer =
        new Peer(
            InetAddress.getLoopbackAddress().getHostAddress(),
            server.port(),
            called,
            CLIENT,
            Optional.empty());
    return AssociationPool.to(peer, Loopback.SETTINGS, size, DimseEvents.NONE);
  }

  private static Outgoing instance(String uid) {
    return new Outgoing(CT, uid, EXPLICIT);
  }

  @Test
  void it_answers_an_echo() throws Exception {
    try (DimseServer server = server(2, Set.of());
        AssociationPool pool = pool(server, SERVER, 1)) {
      assertThat(pool.echo()).isEqualTo(Status.SUCCESS);
      assertThat(server.associations()).isEqualTo(1);
      assertThat(server.unavailable()).isEmpty();
    }
  }

  @Test
  void large_instances_arrive_as_they_were_sent_on_many_associations() throws Exception {
    byte[] large = new byte[3_000_001];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i * 31 >> 3);
    }
    try (DimseServer server = server(4, Set.of());
        AssociationPool pool = pool(server, SERVER, 4)) {
      List<Future<Status>> calls = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Outgoing instance = instance("1.2." + i);
        calls.add(
            threads.submit(
                () ->
                    pool.store(
                        instance,
                        out -> {
                          out.write(large, 0, 1_000_000);
                          out.write(large, 1_000_000, large.length - 1_000_000);
                        })));
      }
      for (Future<Status> call : calls) {
        assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(Status.SUCCESS);
      }
    }

    assertThat(stored).hasSize(12).allSatisfy((uid, bytes) -> assertThat(bytes).isEqualTo(large));
  }

  @Test
  void a_sop_class_that_is_not_of_storage_is_not_accepted() throws Exception {
    try (DimseServer server = server(2, Set.of());
        AssociationPool pool = pool(server, SERVER, 1)) {
      Outgoing worklist = new Outgoing("1.2.840.10008.5.1.4.31", "1.2.3", EXPLICIT);

      assertThat(pool.store(worklist, SOME).code()).isEqualTo(0x0122);
      assertThat(pool.store(instance("1.2.3"), SOME)).isEqualTo(Status.SUCCESS);
    }
  }

  @Test
  void strangers_and_wrong_numbers_are_rejected() throws Exception {
    try (DimseServer server = server(2, Set.of(new AeTitle("KNOWN")));
        AssociationPool stranger = pool(server, SERVER, 1);
        AssociationPool wrong = pool(server, new AeTitle("OTHER"), 1)) {
      assertThatThrownBy(stranger::echo)
          .isInstanceOfSatisfying(
              AssociationException.class, e -> assertThat(e.ending()).isEqualTo(Ending.REJECTED));
      assertThatThrownBy(wrong::echo).hasMessageContaining("reason 7");
    }
  }

  @Test
  void one_association_too_many_is_rejected() throws Exception {
    try (DimseServer server = server(1, Set.of());
        AssociationPool first = pool(server, SERVER, 1);
        AssociationPool second = pool(server, SERVER, 1)) {
      first.echo();

      assertThatThrownBy(second::echo).isInstanceOf(AssociationException.class);
      assertThat(first.echo()).isEqualTo(Status.SUCCESS);
    }
  }

  @Test
  void closing_lets_what_is_under_way_end() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    StorageService slow =
        (request, dataSet) -> {
          begun.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            return Status.of(0xA700, "interrupted");
          }
          return storage.store(request, dataSet);
        };
    DimseServer server = server(1, Set.of(), slow);
    AssociationPool pool = pool(server, SERVER, 1);
    Future<Status> call = threads.submit(() -> pool.store(instance("1.2.3"), SOME));
    begun.await();
    Future<?> closing = threads.submit(() -> server.close(Duration.ofSeconds(20)));
    go.countDown();

    assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(Status.SUCCESS);
    pool.close();
    closing.get(20, TimeUnit.SECONDS);
    assertThat(server.unavailable()).isPresent();
    assertThat(stored).containsKey("1.2.3");
  }

  @Test
  void a_peer_that_was_restarted_meanwhile_is_called_anew() throws Exception {
    DimseServer before = server(1, Set.of());
    int port = before.port();
    try (AssociationPool pool = pool(before, SERVER, 1)) {
      pool.store(instance("1.2.3"), SOME);
      before.close();
      ServerSettings samePort =
          new ServerSettings(
              InetAddress.getLoopbackAddress(),
              port,
              Optional.empty(),
              Set.of(),
              Set.of(),
              1,
              Loopback.SETTINGS,
              StorageAcceptance.STANDARD);
      try (DimseServer after =
          DimseServer.open(samePort, storage, (r, m) -> Status.SUCCESS, events, threads)) {
        assertThat(pool.store(instance("1.2.4"), SOME)).isEqualTo(Status.SUCCESS);
        assertThat(after.associations()).isEqualTo(1);
      }
    }
  }

  @Test
  void what_fails_for_one_peer_does_not_end_the_listener() throws Exception {
    Queue<Error> wants = new ConcurrentLinkedQueue<>(List.of(new OutOfMemoryError("no thread")));
    Executor scarce =
        work -> {
          Error want = wants.poll();
          if (want != null) {
            throw want;
          }
          threads.execute(work);
        };
    try (DimseServer server = server(1, Set.of(), storage, scarce);
        AssociationPool pool = pool(server, SERVER, 1)) {
      assertThatThrownBy(pool::echo).isInstanceOf(AssociationException.class);

      assertThat(pool.echo()).isEqualTo(Status.SUCCESS);
      assertThat(server.unavailable()).isEmpty();
      assertThat(events.rejected).containsExactly("no thread: OutOfMemoryError");
    }
  }

  @Test
  void closing_waits_for_the_services_that_it_has_ended() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicBoolean serving = new AtomicBoolean(true);
    StorageService cleaning =
        (request, dataSet) -> {
          begun.countDown();
          try {
            dataSet.readAllBytes();
          } catch (IOException e) {
            awaitUninterrupted(go);
            throw e;
          } finally {
            serving.set(false);
          }
          return Status.SUCCESS;
        };
    DimseServer server = server(1, Set.of(), cleaning);
    AssociationPool pool = pool(server, SERVER, 1);
    Future<Status> call =
        threads.submit(
            () ->
                pool.store(
                    instance("1.2.3"),
                    out -> {
                      for (; ; ) {
                        out.write(new byte[1 << 16]);
                      }
                    }));
    begun.await();
    Thread closing = new Thread(() -> server.close(Duration.ZERO));
    closing.start();
    assertThatThrownBy(() -> call.get(20, TimeUnit.SECONDS)).isNotNull();
    go.countDown();
    closing.join();

    assertThat(serving).isFalse();
    pool.close();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void nobody_listening_is_told() throws Exception {
    DimseServer server = server(1, Set.of());
    server.close();

    try (AssociationPool pool = pool(server, SERVER, 1)) {
      assertThatThrownBy(() -> pool.store(instance("1.2.3"), SOME))
          .isInstanceOfSatisfying(
              AssociationException.class, e -> assertThat(e.ending()).isEqualTo(Ending.CONNECTION));
    }
  }

  @Test
  void a_content_that_fails_leaves_nothing_stored() throws Exception {
    IOException own = new IOException("source");
    try (DimseServer server = server(1, Set.of());
        AssociationPool pool = pool(server, SERVER, 1)) {
      assertThatThrownBy(
              () ->
                  pool.store(
                      instance("1.2.3"),
                      out -> {
                        out.write(new byte[500_000]);
                        throw own;
                      }))
          .isSameAs(own);
    }

    assertThat(stored).isEmpty();
  }
}
