package org.radcanon.archive.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.archive.Archive.Content;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.InconclusiveException;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Kept;
import org.radcanon.archive.Outcome.Refused;
import org.radcanon.archive.Outcome.Unavailable;
import org.radcanon.archive.TestInstances;
import org.radcanon.dimse.AeTitle;
import org.radcanon.dimse.AssociationPool;
import org.radcanon.dimse.DimseEvents;
import org.radcanon.dimse.DimseServer;
import org.radcanon.dimse.DimseSettings;
import org.radcanon.dimse.Peer;
import org.radcanon.dimse.ServerSettings;
import org.radcanon.dimse.Status;
import org.radcanon.dimse.StorageAcceptance;

/** What C-STORE makes of archives that do not behave. */
class DimseFaultsTest {

  private static final InstanceKey KEY = new InstanceKey("1.2", "1.2.3", "1.2.3.1");
  private static final byte[] FILE = TestInstances.file(KEY, "one");
  private static final DimseSettings SETTINGS =
      new DimseSettings(
          128 << 10,
          1 << 20,
          1,
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofSeconds(2));

  @TempDir Path directory;

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0xB000, 0xB006, 0xB007, 0x0107, 0x0116})
  void a_warning_is_kept_with_its_remark(int status) throws IOException {
    assertThat(store(answering(status)))
        .isEqualTo(new Kept(Outcome.Change.TAKEN, OptionalInt.of(status)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0117, 0x0122, 0xA900, 0xC000, 0xC123})
  void a_failure_refuses_the_instance_with_the_archives_status(int status) throws IOException {
    Refused refused = (Refused) store(answering(status));

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.reason()).doesNotContain("Doe");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xA700, 0xA702, 0x0110, 0x0124, 0x0213, 0xFF00, 0xFE00})
  void a_failure_of_the_archive_itself_is_for_later(int status) throws IOException {
    assertThat(reason(store(answering(status))))
        .isEqualTo("the archive answered C-STORE with %04X".formatted(status));
  }

  @Test
  void a_transfer_syntax_that_it_does_not_take_is_refused() throws IOException {
    DimseArchive archive = answering(0);
    Instance odd = new Instance(KEY, TestInstances.SOP_CLASS, "1.2.3.4.5");

    AtomicReference<ArchiveException> seen = new AtomicReference<>();
    Content swallowing =
        out -> {
          try {
            out.write(FILE);
          } catch (ArchiveException e) {
            seen.set(e);
          }
        };

    assertThat(archive.store(odd, swallowing))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.status()).isEqualTo(0x0122));
    assertThat(seen.get()).hasMessage("the archive does not take its kind");
  }

  @Test
  void associations_that_are_all_in_use_say_nothing_of_the_archive() throws IOException {
    DimseArchive archive = answering(0);
    List<Outcome> third = new ArrayList<>();
    Content inner =
        out -> {
          assertThat(archive.unavailable()).isEmpty();
          third.add(store(archive));
          out.write(FILE);
        };
    Content outer =
        out -> {
          assertThat(archive.store(instance(), inner)).isInstanceOf(Kept.class);
          out.write(FILE);
        };

    assertThat(archive.store(instance(), outer)).isInstanceOf(Kept.class);

    assertThat(reason(third.get(0))).isEqualTo("no association to the archive has come free");
    assertThat(((Unavailable) third.get(0)).cause()).isInstanceOf(InconclusiveException.class);
  }

  @Test
  void an_abort_behind_the_instance_leaves_it_open() throws Exception {
    DimseArchive archive = storescp("--abort-after");

    assertThat(store(archive)).isInstanceOf(Unavailable.class);
  }

  @Test
  void an_abort_within_the_instance_leaves_it_open() throws Exception {
    DimseArchive archive = storescp("--abort-during");
    byte[] large = TestInstances.file(KEY, "large", 8 << 20);

    assertThat(archive.store(instance(), out -> out.write(large))).isInstanceOf(Unavailable.class);
  }

  @Test
  void a_content_that_fails_behind_an_abort_passes_its_exception_through() throws Exception {
    DimseArchive archive = storescp("--abort-during");
    IOException cut = new IOException("the sender went away");
    AtomicReference<ArchiveException> seen = new AtomicReference<>();

    assertThatThrownBy(
            () ->
                archive.store(
                    instance(),
                    out -> {
                      out.write(FILE);
                      while (seen.get() == null) {
                        try {
                          out.write(new byte[64 << 10]);
                        } catch (ArchiveException e) {
                          seen.set(e);
                        }
                      }
                      throw cut;
                    }))
        .isSameAs(cut);
  }

  @Test
  void an_archive_that_rejects_the_association_is_unavailable() throws Exception {
    DimseArchive archive = storescp("--refuse");

    assertThat(reason(store(archive))).isEqualTo("the archive rejects the association");
    assertThat(archive.unavailable()).contains("the archive rejects the association");
  }

  @Test
  void contents_are_asked_even_when_there_is_nobody() throws IOException {
    DimseArchive archive = archive(freePort());
    AtomicReference<ArchiveException> seen = new AtomicReference<>();
    Content swallowing =
        out -> {
          try {
            out.write(FILE);
          } catch (ArchiveException e) {
            seen.set(e);
          }
        };

    Outcome outcome = archive.store(instance(), swallowing);

    assertThat(seen.get()).isSameAs(((Unavailable) outcome).cause());
  }

  @Test
  void its_availability_is_asked_for_once_in_a_while() throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    Clock clock = new MovingClock(now);
    DimseServer server = server(0);
    DimseArchive archive = archive(server.port(), clock);
    assertThat(archive.unavailable()).isEmpty();
    server.close();

    assertThat(archive.unavailable()).isEmpty();
    now.updateAndGet(instant -> instant.plusSeconds(6));

    assertThat(archive.unavailable()).contains("no connection to the archive, or it broke");
  }

  @Test
  void nothing_is_retrieved_without_a_service_for_it() throws IOException {
    DimseArchive archive = answering(0);

    assertThat(archive.retrieve(KEY)).isEmpty();
    assertThat(archive.passage()).isEmpty();
  }

  private DimseArchive answering(int status) throws IOException {
    return archive(server(status).port());
  }

  private DimseServer server(int status) throws IOException {
    ExecutorService threads = Executors.newCachedThreadPool();
    ServerSettings settings =
        new ServerSettings(
            InetAddress.getLoopbackAddress(),
            0,
            Optional.empty(),
            Set.of(),
            Set.of(),
            10,
            SETTINGS,
            StorageAcceptance.STANDARD);
    DimseServer server =
        DimseServer.open(
            settings,
            (request, dataSet) -> {
              dataSet.readAllBytes();
              return Status.of(status, "Doe^John is not welcome");
            },
            (request, matches) -> Status.SUCCESS,
            DimseEvents.NONE,
            threads);
    opened.add(server);
    opened.add(threads::shutdownNow);
    return server;
  }

  private DimseArchive storescp(String fault) throws IOException, InterruptedException {
    int port = freePort();
    Process process;
    try {
      process =
          new ProcessBuilder("storescp", fault, "-od", directory.toString(), Integer.toString(port))
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("log").toFile())
              .start();
    } catch (IOException e) {
      throw new AssertionError("storescp is missing: ./radcanon test installs dcmtk", e);
    }
    opened.add(() -> process.destroyForcibly().waitFor(10, TimeUnit.SECONDS));
    awaitListening(port, process);
    return archive(port);
  }

  private static void awaitListening(int port, Process process) throws InterruptedException {
    for (int i = 0; i < 200 && process.isAlive(); i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        process.waitFor(50, TimeUnit.MILLISECONDS);
      }
    }
    throw new AssertionError("storescp does not listen");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private DimseArchive archive(int port) {
    return archive(port, Clock.systemUTC());
  }

  private DimseArchive archive(int port, Clock clock) {
    Peer peer =
        new Peer(
            "127.0.0.1", port, new AeTitle("ARCHIVE"), new AeTitle("RADCANON"), Optional.empty());
    AssociationPool pool = AssociationPool.to(peer, SETTINGS, 2, DimseEvents.NONE);
    opened.add(0, pool);
    return new DimseArchive(pool, Optional.empty(), clock);
  }

  private static Outcome store(DimseArchive archive) throws IOException {
    return archive.store(instance(), out -> out.write(FILE));
  }

  private static Instance instance() {
    return new Instance(KEY, TestInstances.SOP_CLASS, TestInstances.TRANSFER_SYNTAX);
  }

  private static String reason(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Unavailable.class);
    return ((Unavailable) outcome).cause().getMessage();
  }
}
