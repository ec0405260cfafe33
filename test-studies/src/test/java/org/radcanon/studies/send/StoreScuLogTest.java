package org.radcanon.studies.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class StoreScuLogTest {

  @Test
  void eachFileHasTheStatusThatFollowsIt() {
    StoreScuLog log =
        read(
            """
            I: Association Accepted (Max Send PDV: 16372)
            I: Sending file: a.dcm
            I: Sending Store Request (MsgID 1, CT)
            XMIT: .
            I: Received Store Response (Success)
            I: Sending file: b.dcm
            I: Received Store Response (Warning: CoercionOfDataElements)
            I: Sending file: c.dcm
            I: Received Store Response (Refused: OutOfResources)
            I: Sending file: d.dcm
            I: Received Store Response (Unknown Status: 0x0110)
            I: Releasing Association
            """);

    assertThat(log.statuses())
        .containsExactly(
            Assertions.entry(Path.of("a.dcm"), 0),
            Assertions.entry(Path.of("b.dcm"), 0xB000),
            Assertions.entry(Path.of("c.dcm"), 0xA700),
            Assertions.entry(Path.of("d.dcm"), 0x0110));
    assertThat(log.complaint()).isEmpty();
  }

  @Test
  void aFileWithoutAResponseIsNotAmongThem() {
    StoreScuLog log =
        read(
            """
            I: Sending file: a.dcm
            I: Received Store Response (Success)
            I: Sending file: b.dcm
            XMIT: .
            E: Store Failed, file: b.dcm:
            E: 0006:0317 Peer aborted Association (or never connected)
            """);

    assertThat(log.statuses()).containsOnlyKeys(Path.of("a.dcm"));
    assertThat(log.complaint()).contains("Store Failed, file: b.dcm:");
  }

  @Test
  void wordsNobodyKnowsAreNoSuccess() {
    StoreScuLog log =
        read(
            """
            I: Sending file: a.dcm
            I: Received Store Response (Splendid)
            """);

    assertThat(log.statuses()).containsEntry(Path.of("a.dcm"), StoreScuLog.UNKNOWN);
    assertThat(StoreScu.Result.isStored(StoreScuLog.UNKNOWN)).isFalse();
  }

  @Test
  void warningsAreStoredAndRefusalsAreNot() {
    assertThat(StoreScu.Result.isStored(0xB007)).isTrue();
    assertThat(StoreScu.Result.isStored(0xA700)).isFalse();
    assertThat(StoreScu.Result.isStored(0xC000)).isFalse();
    assertThat(StoreScu.Result.isStored(0x0110)).isFalse();
  }

  private static StoreScuLog read(String text) {
    return StoreScuLog.read(text.lines());
  }
}
