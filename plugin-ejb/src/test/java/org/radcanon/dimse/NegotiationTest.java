package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcanon.dimse.Pdu.ContextResult;
import org.radcanon.dimse.Pdu.OfferedContext;
import org.radcanon.dimse.Pdu.RoleSelection;

@Timeout(60)
class NegotiationTest {

  private static void nothing(Association association) {
    throw new AssertionError("no association was expected");
  }

  @ParameterizedTest
  @CsvSource({
    "PEER,     OTHER,     1.2.840.10008.3.1.1.1, 1, 1, 1, 7",
    "PEER,     '',        1.2.840.10008.3.1.1.1, 1, 1, 1, 7",
    "PEER,     'A\\B',    1.2.840.10008.3.1.1.1, 1, 1, 1, 7",
    "STRANGER, RADCANON,  1.2.840.10008.3.1.1.1, 1, 1, 1, 3",
    "'',       RADCANON,  1.2.840.10008.3.1.1.1, 1, 1, 1, 3",
    "PEER,     RADCANON,  1.2.3,                 1, 1, 1, 2",
    "PEER,     RADCANON,  1.2.840.10008.3.1.1.1, 2, 1, 2, 2"
  })
  void a_request_is_rejected_with_its_reason(
      String calling,
      String called,
      String context,
      int version,
      int result,
      int source,
      int reason)
      throws Exception {
    try (Loopback loopback = new Loopback(NegotiationTest::nothing);
        RawPeer peer = new RawPeer(loopback.acceptor.address())) {
      peer.write(RawPeer.request(calling, called, context, version));

      assertThat(peer.read())
          .isEqualTo(new Pdu.AssociateReject(Rejection.received(result, source, reason)));
    }
  }

  @Test
  void one_association_too_many_is_rejected_for_the_time_being() throws Exception {
    try (Loopback loopback =
            new Loopback(Loopback.SETTINGS, Optional.empty(), 1, NegotiationTest::waitForTheEnd);
        RawPeer first = RawPeer.associated(loopback.acceptor.address());
        RawPeer second = new RawPeer(loopback.acceptor.address())) {
      second.write(RawPeer.request("PEER", "RADCANON"));

      assertThat(second.read()).isEqualTo(new Pdu.AssociateReject(Rejection.received(2, 3, 2)));
      second.hangUp();
      first.write(new Pdu.ReleaseRequest());
      assertThat(first.read()).isEqualTo(new Pdu.ReleaseResponse());
    }
  }

  @Test
  void a_peer_that_asks_twice_keeps_no_place() throws Exception {
    try (Loopback loopback =
        new Loopback(Loopback.SETTINGS, Optional.empty(), 1, NegotiationTest::untilItEnds)) {
      try (RawPeer twice = RawPeer.associated(loopback.acceptor.address())) {
        twice.write(RawPeer.request("PEER", "RADCANON"));
        assertThat(twice.read()).isInstanceOf(Pdu.Abort.class);
      }

      assertThat(isAcceptedEventually(loopback)).isTrue();
    }
  }

  @Test
  void a_peer_that_is_rejected_takes_no_place() throws Exception {
    try (Loopback loopback =
            new Loopback(Loopback.SETTINGS, Optional.empty(), 1, NegotiationTest::untilItEnds);
        RawPeer stranger = new RawPeer(loopback.acceptor.address())) {
      stranger.write(RawPeer.request("STRANGER", "RADCANON"));
      assertThat(stranger.read()).isInstanceOf(Pdu.AssociateReject.class);

      RawPeer.associated(loopback.acceptor.address()).close();
    }
  }

  private static boolean isAcceptedEventually(Loopback loopback) throws IOException {
    long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < limit) {
      try (RawPeer peer = new RawPeer(loopback.acceptor.address())) {
        peer.write(RawPeer.request("PEER", "RADCANON"));
        if (peer.read() instanceof Pdu.AssociateAccept) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void a_fault_of_ours_aborts_and_is_told() throws Exception {
    try (Loopback loopback = new Loopback(NegotiationTest::nothing);
        RawPeer peer = new RawPeer(loopback.acceptor.address())) {
      peer.write(request(List.of(new OfferedContext(1, Loopback.FAULT, List.of("1.2")))));

      assertThat(peer.read()).isEqualTo(Pdu.Abort.byUser());
      assertThat(loopback.reported()).startsWith("failed: ");
    }
  }

  @Test
  void a_role_that_is_selected_a_thousand_times_is_answered_once() throws Exception {
    String longest = Loopback.CT + ".1".repeat(20);
    RoleSelection role = new RoleSelection(Loopback.CT, true, false);
    List<RoleSelection> roles = new ArrayList<>(Collections.nCopies(1000, role));
    roles.add(new RoleSelection(Loopback.VERIFICATION, true, false));
    roles.add(new RoleSelection(longest, true, false));
    List<OfferedContext> contexts =
        List.of(new OfferedContext(1, Loopback.CT, List.of(Loopback.IMPLICIT)));
    try (Loopback loopback = new Loopback(NegotiationTest::waitForTheEnd);
        RawPeer peer = new RawPeer(loopback.acceptor.address())) {
      peer.write(request(contexts, roles));

      Pdu.AssociateAccept accept = (Pdu.AssociateAccept) peer.read();

      assertThat(accept.user().roles()).containsExactly(role);
    }
  }

  private static void untilItEnds(Association association) {
    try {
      association.next();
    } catch (IOException e) {
      // The peer's violation, or its end.
    }
  }

  private static void waitForTheEnd(Association association) {
    try {
      association.next();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void each_context_gets_its_own_result() throws Exception {
    try (Loopback loopback = new Loopback(NegotiationTest::waitForTheEnd);
        RawPeer peer = new RawPeer(loopback.acceptor.address())) {
      peer.write(
          request(
              List.of(
                  new OfferedContext(1, Loopback.CT, List.of(Loopback.IMPLICIT, Loopback.EXPLICIT)),
                  new OfferedContext(3, "1.2.3", List.of(Loopback.IMPLICIT)),
                  new OfferedContext(5, Loopback.CT, List.of("1.2.4")))));

      Pdu.AssociateAccept accept = (Pdu.AssociateAccept) peer.read();

      assertThat(accept.contexts())
          .containsExactly(
              new ContextResult(1, 0, Loopback.EXPLICIT),
              new ContextResult(3, 3, Loopback.IMPLICIT),
              new ContextResult(5, 4, "1.2.4"));
    }
  }

  @Test
  void the_window_is_the_smaller_one_and_the_role_is_the_users() throws Exception {
    try (Loopback loopback = new Loopback(NegotiationTest::waitForTheEnd);
        RawPeer peer = new RawPeer(loopback.acceptor.address())) {
      peer.write(request(List.of(new OfferedContext(1, Loopback.CT, List.of(Loopback.IMPLICIT)))));

      Pdu.AssociateAccept accept = (Pdu.AssociateAccept) peer.read();

      assertThat(accept.user().window()).contains(new Pdu.AsynchronousWindow(4, 1));
      assertThat(accept.user().roles())
          .containsExactly(new RoleSelection(Loopback.CT, true, false));
      assertThat(accept.user().maximumLength()).isEqualTo(16 << 10);
    }
  }

  private static Pdu.AssociateRequest request(List<OfferedContext> contexts) {
    return request(
        contexts,
        List.of(
            new RoleSelection(Loopback.CT, true, true), new RoleSelection("1.2.3", true, true)));
  }

  private static Pdu.AssociateRequest request(
      List<OfferedContext> contexts, List<RoleSelection> roles) {
    return new Pdu.AssociateRequest(
        1,
        "RADCANON",
        "PEER",
        Pdu.DICOM_APPLICATION_CONTEXT,
        contexts,
        new Pdu.UserInformation(
            0,
            "1.2",
            Optional.empty(),
            Optional.of(new Pdu.AsynchronousWindow(0, 9)),
            roles,
            Optional.empty()));
  }
}
