package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.radcanon.dicom.Tag;
import org.radcanon.dimse.Association.IncomingMessage;
import org.radcanon.dimse.AssociationException.Ending;

class ServiceLoopTest {

  private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";
  private static final AcceptedContext VERIFICATION =
      new AcceptedContext(1, SopClass.VERIFICATION, EXPLICIT);
  private static final AcceptedContext STORAGE = new AcceptedContext(3, CT, EXPLICIT);
  private static final AcceptedContext FIND =
      new AcceptedContext(5, SopClass.STUDY_ROOT_FIND, EXPLICIT);

  private static final StorageService UNUSED_STORAGE =
      (request, dataSet) -> {
        throw new AssertionError("nothing was to be stored");
      };
  private static final FindService UNUSED_FIND =
      (request, matches) -> {
        throw new AssertionError("nothing was to be found");
      };

  private final FakeAssociation[] ends = FakeAssociation.pair(VERIFICATION, STORAGE, FIND);
  private final FakeAssociation peer = ends[0];
  private final RecordedEvents events = new RecordedEvents();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Future<?> loop;

  @AfterEach
  void end() throws Exception {
    peer.abort();
    threads.shutdown();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
  }

  private void serve(StorageService storage, FindService find) {
    loop = threads.submit(() -> new ServiceLoop(ends[1], storage, find, events).run());
  }

  @Test
  void c_echo_succeeds() throws Exception {
    serve(UNUSED_STORAGE, UNUSED_FIND);

    peer.send(1, Command.Request.echo(5).encode());

    Command.Response response = response();
    assertThat(response.status()).isEqualTo(Status.SUCCESS);
    assertThat(response.messageId()).isEqualTo(5);
    assertThat(response.field()).isEqualTo(0x8030);
  }

  @Test
  void an_instance_is_handed_over_as_it_arrives_and_answered_with_the_services_status()
      throws Exception {
    List<StorageService.Request> requests = new CopyOnWriteArrayList<>();
    List<byte[]> dataSets = new CopyOnWriteArrayList<>();
    serve(
        (request, dataSet) -> {
          requests.add(request);
          dataSets.add(dataSet.readAllBytes());
          return Status.of(0xB000, "a remark");
        },
        UNUSED_FIND);

    store(CT, "1.2.3", new byte[100_000]);

    Command.Response response = response();
    assertThat(response.status()).isEqualTo(Status.of(0xB000, "a remark"));
    assertThat(response.sopInstance()).contains("1.2.3");
    assertThat(requests)
        .containsExactly(
            new StorageService.Request(CT, "1.2.3", EXPLICIT, peer.calling(), peer.called()));
    assertThat(dataSets.get(0)).hasSize(100_000);
  }

  @Test
  void what_the_service_leaves_unread_is_read_before_the_answer() throws Exception {
    serve((request, dataSet) -> Status.of(0xA700, "full"), UNUSED_FIND);

    OutputStream out = peer.sendWithDataSet(3, Command.Request.store(1, CT, "1.2.3", 0).encode());
    out.write(new byte[10]);
    assertThat(peer.arrived()).isFalse();
    out.close();

    assertThat(response().status().code()).isEqualTo(0xA700);
    store(CT, "1.2.4", new byte[10]);
    assertThat(response().status().code()).isEqualTo(0xA700);
  }

  @Test
  void an_instance_of_another_sop_class_than_the_contexts_is_refused() throws Exception {
    serve(UNUSED_STORAGE, UNUSED_FIND);

    store("1.2.840.10008.5.1.4.1.1.4", "1.2.3", new byte[10]);

    assertThat(response().status().code()).isEqualTo(0x0122);
  }

  @Test
  void an_instance_uid_that_is_none_is_refused() throws Exception {
    serve(UNUSED_STORAGE, UNUSED_FIND);

    store(CT, "1..2", new byte[10]);
    assertThat(response().status().code()).isEqualTo(0x0117);
    store(CT, "../../etc", new byte[10]);
    assertThat(response().status().code()).isEqualTo(0x0117);
  }

  @Test
  void c_store_without_a_data_set_is_refused() throws Exception {
    serve(UNUSED_STORAGE, UNUSED_FIND);

    peer.send(
        3,
        new Command.Request(Command.C_STORE, 1, Optional.of(CT), Optional.of("1.2.3"), 0, false)
            .encode());

    assertThat(response().status().code()).isEqualTo(0xC000);
  }

  @Test
  void a_service_that_throws_is_answered_for_and_the_association_goes_on() throws Exception {
    IllegalStateException thrown = new IllegalStateException("patient's name");
    serve(
        (request, dataSet) -> {
          throw thrown;
        },
        UNUSED_FIND);

    store(CT, "1.2.3", new byte[10]);

    Status status = response().status();
    assertThat(status).isEqualTo(Status.of(0x0110, "internal error"));
    assertThat(events.failures).containsExactly(thrown);
    store(CT, "1.2.4", new byte[10]);
    assertThat(response().status().code()).isEqualTo(0x0110);
  }

  @Test
  void an_input_output_failure_of_the_services_own_does_not_end_the_association() throws Exception {
    serve(
        (request, dataSet) -> {
          throw new AssociationException(Ending.CONNECTION, "of the archive behind");
        },
        UNUSED_FIND);

    store(CT, "1.2.3", new byte[10]);

    assertThat(response().status().code()).isEqualTo(0x0110);
    assertThat(events.failures).hasOnlyElementsOfType(UncheckedIOException.class);
  }

  @Test
  void an_association_that_breaks_within_an_instance_is_not_the_services_failure()
      throws Exception {
    serve(ServiceLoopTest::readAll, UNUSED_FIND);

    peer.sendWithDataSet(3, Command.Request.store(1, CT, "1.2.3", 0).encode()).write(new byte[10]);
    peer.abort();

    loop.get(20, TimeUnit.SECONDS);
    assertThat(events.failures).isEmpty();
    assertThat(events.broken).containsExactly(Ending.ABORTED_BY_PEER);
  }

  private static Status readAll(StorageService.Request request, InputStream dataSet)
      throws IOException {
    dataSet.transferTo(OutputStream.nullOutputStream());
    return Status.SUCCESS;
  }

  @Test
  void an_operation_of_another_service_is_not_recognised() throws Exception {
    serve(UNUSED_STORAGE, UNUSED_FIND);

    peer.send(3, Command.Request.echo(1).encode());
    assertThat(response().status().code()).isEqualTo(0x0211);
    try (OutputStream out =
        peer.sendWithDataSet(
            5,
            new Command.Request(
                    0x0021, 2, Optional.of(SopClass.STUDY_ROOT_FIND), Optional.empty(), 0, true)
                .encode())) {
      out.write(new byte[10]);
    }
    Command.Response response = response();
    assertThat(response.status().code()).isEqualTo(0x0211);
    assertThat(response.field()).isEqualTo(0x8021);
  }

  @Test
  void a_malformed_command_aborts_the_association() throws Exception {
    serve(UNUSED_STORAGE, UNUSED_FIND);

    peer.send(1, new byte[] {1, 2, 3});

    assertThatThrownBy(peer::next).hasMessageContaining("Abort");
    loop.get(20, TimeUnit.SECONDS);
    assertThat(events.broken).containsExactly(Ending.PROTOCOL);
  }

  @Test
  void a_response_to_nothing_aborts_the_association() throws Exception {
    serve(UNUSED_STORAGE, UNUSED_FIND);

    peer.send(1, Command.Request.echo(1).respond(Status.SUCCESS).encode());

    assertThatThrownBy(peer::next).hasMessageContaining("Abort");
  }

  @Test
  void a_late_cancellation_is_passed_over() throws Exception {
    serve(UNUSED_STORAGE, UNUSED_FIND);

    peer.send(5, new Command.Cancel(1).encode());
    peer.send(1, Command.Request.echo(2).encode());

    assertThat(response().messageId()).isEqualTo(2);
  }

  @Test
  void the_end_by_release_is_told_with_the_number_of_operations() throws Exception {
    serve(UNUSED_STORAGE, UNUSED_FIND);
    peer.send(1, Command.Request.echo(1).encode());
    response();
    peer.send(1, Command.Request.echo(2).encode());
    response();

    peer.release();

    loop.get(20, TimeUnit.SECONDS);
    assertThat(events.released).containsExactly(2L);
    assertThat(events.broken).isEmpty();
  }

  @Test
  void matches_are_sent_one_by_one_and_then_the_final_status() throws Exception {
    List<String> levels = new CopyOnWriteArrayList<>();
    serve(
        UNUSED_STORAGE,
        (request, matches) -> {
          levels.addAll(
              request.identifier().strings(Tag.parse("QueryRetrieveLevel").orElseThrow()));
          matches.test(new FindService.Match(new byte[] {1, 2}, true));
          matches.test(new FindService.Match(new byte[] {3, 4}, false));
          return Status.SUCCESS;
        });

    find(7, identifier());

    assertThat(match(0xFF00)).containsExactly(1, 2);
    assertThat(match(0xFF01)).containsExactly(3, 4);
    Command.Response last = response();
    assertThat(last.status()).isEqualTo(Status.SUCCESS);
    assertThat(last.hasDataSet()).isFalse();
    assertThat(last.messageId()).isEqualTo(7);
    assertThat(levels).containsExactly("STUDY");
  }

  @Test
  void a_cancelled_query_ends_with_FE00() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(1);
    List<Boolean> wanted = new CopyOnWriteArrayList<>();
    serve(
        UNUSED_STORAGE,
        (request, matches) -> {
          wanted.add(matches.test(new FindService.Match(new byte[2], true)));
          await(cancelled);
          wanted.add(matches.test(new FindService.Match(new byte[2], true)));
          wanted.add(matches.test(new FindService.Match(new byte[2], true)));
          return Status.SUCCESS;
        });
    find(7, identifier());
    match(0xFF00);

    peer.send(5, new Command.Cancel(99).encode());
    peer.send(5, new Command.Cancel(7).encode());
    cancelled.countDown();

    assertThat(response().status().code()).isEqualTo(0xFE00);
    assertThat(wanted).containsExactly(true, false, false);
  }

  @Test
  void a_request_that_comes_within_a_query_is_served_after_it() throws Exception {
    CountDownLatch sent = new CountDownLatch(1);
    serve(
        UNUSED_STORAGE,
        (request, matches) -> {
          await(sent);
          matches.test(new FindService.Match(new byte[2], true));
          return Status.SUCCESS;
        });
    find(7, identifier());

    peer.send(1, Command.Request.echo(8).encode());
    sent.countDown();

    match(0xFF00);
    assertThat(response().messageId()).isEqualTo(7);
    assertThat(response().messageId()).isEqualTo(8);
  }

  @Test
  void an_identifier_that_is_absent_malformed_or_huge_is_refused() throws Exception {
    serve(UNUSED_STORAGE, UNUSED_FIND);

    find(1, new byte[0]);
    assertThat(response().status().code()).isEqualTo(0xA900);
    find(2, new byte[] {1, 2, 3});
    assertThat(response().status().code()).isEqualTo(0xC000);
    find(3, new byte[(1 << 20) + 1]);
    assertThat(response().status().code()).isEqualTo(0xC000);
  }

  @Test
  void a_query_service_that_throws_is_answered_for() throws Exception {
    serve(
        UNUSED_STORAGE,
        (request, matches) -> {
          throw new IllegalStateException("the index is away");
        });

    find(1, identifier());

    assertThat(response().status()).isEqualTo(Status.of(0xC000, "internal error"));
    assertThat(events.failures).hasSize(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] identifier() {
    byte[] element =
        "\10\0\122\0CS\6\0STUDY ".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    return element;
  }

  private void find(int messageId, byte[] identifier) throws IOException {
    try (OutputStream out =
        peer.sendWithDataSet(
            5, Command.Request.find(messageId, SopClass.STUDY_ROOT_FIND).encode())) {
      out.write(identifier);
    }
  }

  private byte[] match(int status) throws IOException {
    IncomingMessage message = peer.next().orElseThrow();
    Command.Response response = (Command.Response) Command.decode(message.commandSet());
    assertThat(response.status().code()).isEqualTo(status);
    assertThat(response.hasDataSet()).isTrue();
    return message.dataSet().readAllBytes();
  }

  private void store(String sopClass, String sopInstance, byte[] dataSet) throws IOException {
    try (OutputStream out =
        peer.sendWithDataSet(3, Command.Request.store(1, sopClass, sopInstance, 0).encode())) {
      out.write(dataSet);
    }
  }

  private Command.Response response() throws IOException {
    return (Command.Response) Command.decode(peer.next().orElseThrow().commandSet());
  }
}
