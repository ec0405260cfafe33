package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageWriterTest {

  private static final byte[] COMMAND = Loopback.command(true);

  private final List<byte[]> writes = new ArrayList<>();
  private final ByteArrayOutputStream commands = new ByteArrayOutputStream();
  private final ByteArrayOutputStream dataSets = new ByteArrayOutputStream();
  private int lasts;

  @ParameterizedTest
  @CsvSource({
    "0, 1000000, 8",
    "16384, 1000000, 9",
    "16384, 16378, 1",
    "4096, 1000000, 9",
    "8, 100000, 6",
    "8, 0, 1"
  })
  void few_writes_carry_a_message_whatever_the_peer_takes(int maximum, int size, int most)
      throws Exception {
    byte[] data = new byte[size];
    new Random(size).nextBytes(data);
    MessageWriter writer =
        new MessageWriter((pdus, length) -> writes.add(Arrays.copyOf(pdus, length)), maximum);

    for (int message = 1; message <= 2; message++) {
      try (OutputStream out = writer.sendWithDataSet(1, COMMAND)) {
        out.write(data, 0, size / 3);
        out.write(data, size / 3, size - size / 3);
      }
      assertThat(writes).hasSizeLessThanOrEqualTo(most);
      readAll(maximum == 0 ? Integer.MAX_VALUE : maximum);
      assertThat(commands.toByteArray()).isEqualTo(COMMAND);
      assertThat(dataSets.toByteArray()).isEqualTo(data);
      assertThat(lasts).isEqualTo(2 * message);
    }
  }

  /** Every write ends with a whole PDU. */
  private void readAll(int maximum) {
    commands.reset();
    dataSets.reset();
    for (byte[] write : writes) {
      ByteBuffer in = ByteBuffer.wrap(write);
      while (in.hasRemaining()) {
        assertThat(in.getShort()).isEqualTo((short) 0x0400);
        assertThat(in.getInt()).isLessThanOrEqualTo(maximum);
        byte[] fragment = new byte[in.getInt() - 2];
        int control = in.getShort() & 0xFF;
        in.get(fragment);
        lasts += control >> 1;
        ((control & 1) == 1 ? commands : dataSets).writeBytes(fragment);
      }
    }
    writes.clear();
  }
}
