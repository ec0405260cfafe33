package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.dimse.Association.IncomingMessage;

/** The upper layer against DCMTK's, which is nobody's copy of ours. */
@Timeout(60)
class DcmtkAssociationTest {

  @TempDir private Path folder;

  private final BlockingQueue<byte[]> commands = new LinkedBlockingQueue<>();

  private void noteCommands(Association association) {
    try {
      Optional<IncomingMessage> message = association.next();
      if (message.isPresent()) {
        commands.add(message.get().commandSet());
        association.abort();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  private static List<String> call(String program, Loopback loopback, String... options) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(options));
    command.add("127.0.0.1");
    command.add(Integer.toString(loopback.acceptor.address().getPort()));
    return command;
  }

  @Test
  void echoscu_negotiates_sends_its_command_and_understands_our_abort() throws Exception {
    try (Loopback loopback = new Loopback(this::noteCommands)) {
      String said = run(call("echoscu", loopback, "-d", "-aec", "RADCANON", "--propose-ts", "38"));

      assertThat(commands.poll(20, TimeUnit.SECONDS)).isNotEmpty();
      assertThat(said)
          .contains("Association Accepted (Max Send PDV: 16372)")
          .contains("Their Implementation Version Name: RADCANON_1")
          .contains("Peer aborted Association");
    }
  }

  @Test
  void echoscu_understands_why_it_is_rejected() throws Exception {
    try (Loopback loopback = new Loopback(this::noteCommands)) {
      assertThat(run(call("echoscu", loopback, "-aec", "OTHER")))
          .contains("Rejected Permanent, Source: Service User")
          .contains("Called AE Title Not Recognized");
      assertThat(run(call("echoscu", loopback, "-aec", "RADCANON", "-aet", "STRANGER")))
          .contains("Calling AE Title Not Recognized");
    }
  }

  @Test
  void echoscu_may_abort_instead_of_releasing() throws Exception {
    try (Loopback loopback = new Loopback(this::noteCommands)) {
      run(call("echoscu", loopback, "-aec", "RADCANON", "--abort"));

      assertThat(loopback.reported()).startsWith("accepted ");
    }
  }

  @Test
  void termscu_gets_no_service_and_no_harm_done() throws Exception {
    try (Loopback loopback = new Loopback(this::noteCommands)) {
      assertThat(run(call("termscu", loopback, "-aec", "RADCANON"))).isNotEmpty();
      assertThat(run(call("echoscu", loopback, "-aec", "RADCANON")))
          .contains("Peer aborted Association");
    }
  }

  @Test
  void storescp_accepts_a_hundred_contexts_takes_an_echo_and_is_released() throws Exception {
    int port = freePort();
    Process storescp = storescp(port);
    try (Requestor requestor = new Requestor(Loopback.SETTINGS, Optional.empty())) {
      List<Requestor.Proposal> proposals = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        proposals.add(i == 7 ? Loopback.VERIFY : Loopback.STORE_CT);
      }
      Association association = associate(requestor, port, proposals);

      assertThat(association.contexts()).hasSize(100);
      association.send(15, echo());
      IncomingMessage answer = association.next().orElseThrow();
      assertThat(answer.context().abstractSyntax()).isEqualTo(Loopback.VERIFICATION);
      assertThat(answer.dataSet().read()).isEqualTo(-1);
      association.release();
    } finally {
      storescp.destroy();
      storescp.waitFor();
    }
  }

  private static byte[] echo() {
    return new byte[] {
      0, 0, 2, 0, 18, 0, 0, 0, '1', '.', '2', '.', '8', '4', '0', '.', '1', '0', '0', '0', '8', '.',
      '1', '.', '1', 0, 0, 0, 0, 1, 2, 0, 0, 0, 0x30, 0, 0, 0, 0x10, 1, 2, 0, 0, 0, 1, 0, 0, 0, 0,
      8, 2, 0, 0, 0, 1, 1
    };
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process storescp(int port) throws IOException {
    return new ProcessBuilder(
            "storescp", "--ignore", "-od", folder.toString(), Integer.toString(port))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectErrorStream(true)
        .start();
  }

  /** Until it listens. */
  private static Association associate(
      Requestor requestor, int port, List<Requestor.Proposal> proposals) throws IOException {
    InetSocketAddress peer = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    while (true) {
      try {
        return requestor.associate(peer, Loopback.US, Loopback.PEER, proposals);
      } catch (AssociationException e) {
        if (e.ending() != AssociationException.Ending.CONNECTION) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }
}
