package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcanon.dicom.DataSetOutput;
import org.radcanon.dimse.AssociationException.Ending;
import org.radcanon.studies.Instance;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.writer.Syntax;

class PoolCallsDcmtkTest {

  private static final Instance CT = TinyStudies.ctChest().first();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private int port;

  @TempDir private Path folder;

  @BeforeEach
  void choosePort() throws IOException {
    port = Dcmtk.freePort();
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
    threads.shutdownNow();
  }

  private AssociationPool pool(int size) {
    Peer peer =
        new Peer(
            InetAddress.getLoopbackAddress().getHostAddress(),
            port,
            new AeTitle("STORESCP"),
            new AeTitle("RADCANON"),
            Optional.empty());
    AssociationPool pool = AssociationPool.to(peer, DimseSettings.DEFAULT, size, DimseEvents.NONE);
    opened.add(0, pool);
    return pool;
  }

  /** Runs until the test ends; listens when this returns. */
  private Process storescp(String... options) throws IOException {
    Process process = Dcmtk.storescp(port, folder, List.of(options));
    opened.add(
        () -> {
          process.destroyForcibly();
          process.waitFor();
        });
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    try (AssociationPool probe = pool(1)) {
      while (!answers(probe)) {
        assertThat(process.isAlive() && System.nanoTime() < deadline).isTrue();
        Thread.onSpinWait();
      }
    }
    return process;
  }

  private static boolean answers(AssociationPool pool) {
    try {
      return pool.echo().isSuccess();
    } catch (IOException e) {
      return false;
    }
  }

  private static Status store(AssociationPool pool, Instance instance, Syntax syntax)
      throws IOException {
    Outgoing outgoing =
        new Outgoing(instance.sopClassUid(), instance.sopInstanceUid(), syntax.uid());
    return pool.store(outgoing, out -> out.write(dataSet(instance.bytes(syntax))));
  }

  private static byte[] dataSet(byte[] file) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (DataSetOutput out = new DataSetOutput(target)) {
      out.write(file);
    }
    return target.toByteArray();
  }

  private byte[] storedDataSet(Instance instance) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Path file =
          files
              .filter(f -> f.getFileName().toString().endsWith(instance.sopInstanceUid()))
              .findFirst()
              .orElseThrow();
      return dataSet(Files.readAllBytes(file));
    }
  }

  @ParameterizedTest
  @EnumSource
  void storescp_keeps_the_very_bytes_of_every_transfer_syntax(Syntax syntax) throws Exception {
    storescp("+xa");
    AssociationPool pool = pool(1);

    assertThat(store(pool, CT, syntax)).isEqualTo(Status.SUCCESS);

    assertThat(storedDataSet(CT)).isEqualTo(dataSet(CT.bytes(syntax)));
  }

  @Test
  void one_association_carries_instances_of_several_kinds() throws Exception {
    storescp();
    AssociationPool pool = pool(1);
    List<Instance> instances = TinyStudies.petCt().instances();

    for (Instance instance : instances) {
      assertThat(store(pool, instance, Syntax.EXPLICIT)).isEqualTo(Status.SUCCESS);
    }

    for (Instance instance : instances) {
      assertThat(storedDataSet(instance)).isEqualTo(dataSet(instance.bytes(Syntax.EXPLICIT)));
    }
  }

  @Test
  void many_threads_store_over_several_associations() throws Exception {
    storescp("--fork");
    AssociationPool pool = pool(3);
    List<Future<Status>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Outgoing outgoing = new Outgoing(CT.sopClassUid(), "1.2." + i, Syntax.EXPLICIT.uid());
      calls.add(
          threads.submit(
              () -> pool.store(outgoing, out -> out.write(dataSet(CT.bytes(Syntax.EXPLICIT))))));
    }

    for (Future<Status> call : calls) {
      assertThat(call.get(60, TimeUnit.SECONDS)).isEqualTo(Status.SUCCESS);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(20);
    }
  }

  @Test
  void a_transfer_syntax_that_storescp_does_not_accept_is_0122() throws Exception {
    storescp();
    AssociationPool pool = pool(1);

    assertThat(store(pool, CT, Syntax.RLE).code()).isEqualTo(0x0122);
    assertThat(store(pool, CT, Syntax.EXPLICIT)).isEqualTo(Status.SUCCESS);
  }

  @Test
  void storescp_that_aborts_is_told() throws Exception {
    storescp("--abort-after");
    AssociationPool pool = pool(1);

    assertThatThrownBy(() -> store(pool, CT, Syntax.EXPLICIT))
        .isInstanceOfSatisfying(
            AssociationException.class,
            e -> assertThat(e.ending()).isIn(Ending.ABORTED_BY_PEER, Ending.CONNECTION));
  }

  @Test
  void storescp_that_was_killed_and_started_again_is_called_anew() throws Exception {
    Process first = storescp();
    AssociationPool pool = pool(1);
    store(pool, CT, Syntax.EXPLICIT);
    long stored = System.nanoTime();
    first.destroyForcibly().waitFor();
    storescp();
    AssociationPool other = pool(1);
    do {
      assertThat(other.echo()).isEqualTo(Status.SUCCESS);
    } while (System.nanoTime() - stored < 2 * ServiceUser.JUST_USED);
    other.close();

    assertThat(store(pool, CT, Syntax.IMPLICIT)).isEqualTo(Status.SUCCESS);
    assertThat(store(pool, CT, Syntax.EXPLICIT)).isEqualTo(Status.SUCCESS);
  }
}
