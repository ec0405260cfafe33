package org.radcanon.archive.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.radcanon.archive.ArchiveException;

class FirstPartTest {

  @Test
  void its_content_comes_byte_for_byte_in_pieces_of_any_size() throws IOException {
    byte[] content = nearBoundaries();
    for (int piece : new int[] {1, 2, 7, 4096, 1 << 20}) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.writeBytes(ascii("--B\r\nContent-Type: application/dicom\r\nX: y\r\n\r\n"));
      body.writeBytes(content);
      body.writeBytes(ascii("\r\n--B--\r\n"));

      assertThat(read(new Pieces(body.toByteArray(), piece))).isEqualTo(content);
    }
  }

  @Test
  void what_stands_before_the_first_boundary_is_passed_over() throws IOException {
    assertThat(read(stream("to whom it may concern\r\n--B\r\n\r\nabc\r\n--B--")))
        .asString()
        .isEqualTo("abc");
  }

  @Test
  void a_part_may_be_empty_and_without_headers() throws IOException {
    assertThat(read(stream("--B\r\n\r\n\r\n--B--"))).isEmpty();
  }

  @Test
  void a_body_that_ends_early_is_no_whole_instance() {
    for (String cut :
        new String[] {
          "", "--", "--B", "--B\r\nContent-", "--B\r\n\r\nabc", "--B\r\n\r\nabc\r\n--"
        }) {
      assertThatThrownBy(() -> read(stream(cut))).isInstanceOf(ArchiveException.class);
    }
  }

  @Test
  void a_body_without_part_is_none() {
    assertThatThrownBy(() -> read(stream("--B--\r\n"))).isInstanceOf(ArchiveException.class);
    assertThatThrownBy(() -> read(stream("x".repeat(200_000))))
        .isInstanceOf(ArchiveException.class);
    assertThatThrownBy(() -> read(stream("--B\r\nX: " + "x".repeat(200_000))))
        .isInstanceOf(ArchiveException.class);
  }

  @Test
  void a_boundary_stands_in_quotes_or_not() {
    assertThat(FirstPart.boundary("multipart/related; type=\"application/dicom\"; boundary=a-b"))
        .contains("a-b");
    assertThat(FirstPart.boundary("multipart/related; Boundary=\"a b;c\"; type=x"))
        .contains("a b;c");
    assertThat(FirstPart.boundary("multipart/related")).isEmpty();
  }

  @Test
  void closing_waits_for_nothing_and_is_done_once() throws IOException {
    AtomicInteger closings = new AtomicInteger();
    InputStream stalling =
        new SequenceInputStream(
            stream("--B\r\n\r\nabc\r\n--B"),
            new InputStream() {
              @Override
              public int read() {
                throw new AssertionError("would wait");
              }
            }) {
          @Override
          public void close() {
            closings.incrementAndGet();
          }
        };
    FirstPart part = FirstPart.of(stalling, "B");
    assertThat(part.readNBytes(3)).asString().isEqualTo("abc");
    assertThat(part.read()).isEqualTo(-1);

    part.close();
    part.close();

    assertThat(closings).hasValue(1);
  }

  @Test
  void a_connection_that_breaks_behind_a_whole_content_does_no_harm() throws IOException {
    InputStream broken =
        new FilterInputStream(stream("--B\r\n\r\nabc\r\n--B")) {
          @Override
          public int available() {
            return 1;
          }

          @Override
          public int read() throws IOException {
            throw new IOException("reset");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            return n < 0 ? read() : n;
          }
        };
    FirstPart part = FirstPart.of(broken, "B");
    part.readAllBytes();

    assertThatCode(part::close).doesNotThrowAnyException();
  }

  /** Noise that is full of what a boundary begins with. */
  private static byte[] nearBoundaries() {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] alphabet = ascii("\r\n--BA");
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      content.write(alphabet[random.nextInt(alphabet.length)]);
    }
    return new String(content.toByteArray(), StandardCharsets.US_ASCII)
        .replace("\r\n--B", "\r\n--A")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] read(InputStream body) throws IOException {
    return FirstPart.of(body, "B").readAllBytes();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(ascii(text));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Gives a few bytes at a time, as a network does. */
  private static final class Pieces extends ByteArrayInputStream {
    private final int piece;

    Pieces(byte[] bytes, int piece) {
      super(bytes);
      this.piece = piece;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
      return super.read(bytes, offset, Math.min(length, piece));
    }
  }
}
