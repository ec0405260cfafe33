package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.dimse.Pdu.AsynchronousWindow;
import org.radcanon.dimse.Pdu.ContextResult;
import org.radcanon.dimse.Pdu.OfferedContext;
import org.radcanon.dimse.Pdu.RoleSelection;
import org.radcanon.dimse.Pdu.UserInformation;

@Timeout(60)
class PduTest {

  private static final int LIMIT = 1 << 16;

  private static final UserInformation USER =
      new UserInformation(
          0xFFFFFFFFL,
          "1.2.3.4",
          Optional.of("VERSION"),
          Optional.of(new AsynchronousWindow(7, 0xFFFF)),
          List.of(new RoleSelection(Loopback.CT, true, false)),
          Optional.empty());

  private static Pdu.AssociateRequest request(List<OfferedContext> contexts) {
    return new Pdu.AssociateRequest(
        1, "CALLED", "CALLING", Pdu.DICOM_APPLICATION_CONTEXT, contexts, USER);
  }

  private static Pdu.AssociateRequest request() {
    return request(
        List.of(
            new OfferedContext(1, Loopback.VERIFICATION, List.of(Loopback.IMPLICIT)),
            new OfferedContext(255, Loopback.CT, List.of(Loopback.IMPLICIT, Loopback.EXPLICIT))));
  }

  static Stream<Pdu> pdus() {
    return Stream.of(
        request(),
        new Pdu.AssociateAccept(
            1,
            "CALLED",
            "CALLING",
            Pdu.DICOM_APPLICATION_CONTEXT,
            List.of(new ContextResult(1, 0, Loopback.IMPLICIT), new ContextResult(3, 4, "1.2.3")),
            USER),
        new Pdu.AssociateReject(Rejection.received(2, 3, 1)),
        new Pdu.ReleaseRequest(),
        new Pdu.ReleaseResponse(),
        Pdu.Abort.byUser(),
        Pdu.Abort.byProvider(Pdu.Abort.INVALID_PARAMETER));
  }

  private static Pdu read(byte[] bytes) throws IOException {
    return PduReader.read(new ByteArrayInputStream(bytes), LIMIT, LIMIT);
  }

  /** What a reader may make of bytes: a PDU, or one of two exceptions. */
  private static boolean isRead(byte[] bytes) throws IOException {
    try {
      read(bytes);
      return true;
    } catch (InvalidPduException | EOFException e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("pdus")
  void what_is_written_is_read_again(Pdu pdu) throws Exception {
    assertThat(read(PduWriter.bytes(pdu))).isEqualTo(pdu);
  }

  @ParameterizedTest
  @MethodSource("pdus")
  void a_pdu_cut_at_any_byte_is_none(Pdu pdu) {
    byte[] bytes = PduWriter.bytes(pdu);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(EOFException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("pdus")
  void every_byte_may_lie_and_nothing_worse_happens_than_a_refusal(Pdu pdu) throws Exception {
    byte[] bytes = PduWriter.bytes(pdu);
    for (int at = 0; at < bytes.length; at++) {
      for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF, bytes[at] + 1, bytes[at] - 1}) {
        byte[] lying = bytes.clone();
        lying[at] = (byte) value;
        isRead(lying);
      }
    }
  }

  @Test
  void random_bytes_behind_every_type_are_read_or_refused() throws Exception {
    Random random = new Random(20261122);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[6 + random.nextInt(300)];
      random.nextBytes(bytes);
      ByteBuffer.wrap(bytes).put((byte) random.nextInt(9)).put((byte) 0).putInt(bytes.length - 6);
      isRead(bytes);
    }
  }

  @Test
  void items_within_items_within_an_association_request_may_claim_what_they_like()
      throws Exception {
    byte[] claims = new byte[40_000];
    for (int i = 0; i < 10_000; i++) {
      ByteBuffer.wrap(claims, 4 * i, 4)
          .put((byte) AssociateDecoder.USER_INFORMATION)
          .put((byte) 0)
          .putShort((short) (claims.length - 4 * i - 4));
    }

    assertThat(isRead(withItems(claims))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x10, 0x20, 0x30, 0x40, 0x50, 0x77})
  void an_item_longer_than_its_container_is_refused(int type) {
    byte[] item = {(byte) type, 0, 0, 9, 1, 0, 0, 0, 0, 0, 0, 0};

    assertThatThrownBy(() -> read(withItems(item)))
        .isInstanceOfSatisfying(
            InvalidPduException.class,
            e -> assertThat(e.reason()).isEqualTo(Pdu.Abort.INVALID_PARAMETER));
  }

  @Test
  void unknown_items_and_extended_negotiation_are_passed_over() throws Exception {
    byte[] plain = PduWriter.bytes(request());
    byte[] unknown = {0x77, 0, 0, 3, 1, 2, 3};
    byte[] user = {0x50, 0, 0, 15, 0x56, 0, 0, 2, 0, 0, 0x57, 0, 0, 1, 9, 0x7F, 0, 0, 0};
    byte[] bytes = appended(appended(plain, unknown), user);

    assertThat(read(bytes)).isEqualTo(request());
  }

  @Test
  void a_user_identity_is_seen_and_its_secret_not_kept() throws Exception {
    byte[] identity = {0x50, 0, 0, 12, 0x58, 0, 0, 8, 2, 1, 0, 2, 'm', 'e', 0, 0};

    Pdu.AssociateRequest read =
        (Pdu.AssociateRequest) read(appended(PduWriter.bytes(request()), identity));

    assertThat(read.user().identity()).contains(new Pdu.UserIdentity(2, true));
    assertThat(read.toString()).doesNotContain("me\0");
  }

  @Test
  void one_hundred_and_twenty_eight_contexts_are_read() throws Exception {
    Pdu.AssociateRequest request = request(contexts(128));

    assertThat(read(PduWriter.bytes(request))).isEqualTo(request);
  }

  @Test
  void contexts_with_even_or_repeated_ids_are_refused() {
    List<OfferedContext> tooMany = new ArrayList<>(contexts(128));
    tooMany.addAll(contexts(1));
    for (List<OfferedContext> contexts :
        List.of(tooMany, List.of(new OfferedContext(2, Loopback.CT, List.of(Loopback.IMPLICIT))))) {
      assertThatThrownBy(() -> read(PduWriter.bytes(request(contexts))))
          .isInstanceOf(InvalidPduException.class);
    }
  }

  @Test
  void more_transfer_syntaxes_than_there_are_are_refused() {
    List<String> syntaxes = IntStream.range(0, 300).mapToObj(i -> "1.2." + i).toList();
    List<OfferedContext> contexts = List.of(new OfferedContext(1, Loopback.CT, syntaxes));

    assertThatThrownBy(() -> read(PduWriter.bytes(request(contexts))))
        .isInstanceOf(InvalidPduException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void a_length_over_the_limit_is_refused_before_anything_is_read(int type) {
    byte[] header = {(byte) type, 0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};

    assertThatThrownBy(() -> read(header)).isInstanceOf(InvalidPduException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 0x50, 0xFF})
  void a_type_that_is_none_is_unrecognised(int type) {
    assertThatThrownBy(() -> read(new byte[] {(byte) type, 0, 0, 0, 0, 0}))
        .isInstanceOfSatisfying(
            InvalidPduException.class,
            e -> assertThat(e.reason()).isEqualTo(Pdu.Abort.UNRECOGNISED_PDU));
  }

  @Test
  void a_claim_within_the_limit_takes_no_memory_for_what_does_not_arrive() {
    byte[] header = {1, 0, 0x7F, 0, 0, 0};
    InputStream one = new ByteArrayInputStream(header);

    assertThatThrownBy(() -> PduReader.read(one, Integer.MAX_VALUE, LIMIT))
        .isInstanceOf(EOFException.class);
  }

  private static List<OfferedContext> contexts(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new OfferedContext(2 * i + 1, Loopback.CT, List.of(Loopback.IMPLICIT)))
        .toList();
  }

  private static byte[] withItems(byte[] items) {
    return appended(PduWriter.bytes(request(List.of())), items);
  }

  /** The PDU with more items at its end, its length mended. */
  private static byte[] appended(byte[] pdu, byte[] items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(pdu);
    out.writeBytes(items);
    byte[] bytes = out.toByteArray();
    ByteBuffer.wrap(bytes).putInt(2, bytes.length - 6);
    return bytes;
  }
}
