package org.radcanon.web.dicomweb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.web.dicomweb.MultipartReader.Part;

class MultipartReaderTest {

  @Test
  void parts_come_with_their_exact_bytes() throws IOException {
    byte[] all = new byte[300_000];
    new Random(1).nextBytes(all);
    Body body = new Body("b").part(all).part("\r\n\r\n").part("").part("ends with CR\r").part("\n");

    assertThat(body.read())
        .containsExactly(all, bytes("\r\n\r\n"), bytes(""), bytes("ends with CR\r"), bytes("\n"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 11, 64, 4096})
  void a_delimiter_split_over_chunks_is_seen(int chunk) throws IOException {
    Body body =
        new Body("----=_Part 7'()+_,-./:=?x")
            .part("one\r\n--")
            .part("\r\n----=_Part two")
            .part("3");

    assertThat(body.chunked(chunk).read())
        .containsExactly(bytes("one\r\n--"), bytes("\r\n----=_Part two"), bytes("3"));
  }

  @Test
  void preamble_and_epilogue_are_passed_over() throws IOException {
    Body body =
        new Body("b")
            .preamble("for mail readers\r\n--bx\r\n")
            .part("1")
            .epilogue("\r\nbye\r\n--b\r\n\r\n");

    assertThat(body.read()).containsExactly(bytes("1"));
  }

  @Test
  void headers_are_found_in_any_letter_case_and_folded() throws IOException {
    String text =
        "--b\r\ncontent-TYPE: application/dicom;\r\n  transfer-syntax=1.2.840.10008.1.2\r\n\r\nx\r\n--b--";

    Part part = new MultipartReader(stream(text), "b", 1000).next().orElseThrow();

    assertThat(part.contentType().orElseThrow().parameter("transfer-syntax"))
        .contains("1.2.840.10008.1.2");
  }

  @Test
  void a_body_that_ends_inside_a_part_breaks_that_part_only() throws IOException {
    MultipartReader reader =
        new MultipartReader(stream("--b\r\n\r\nwhole\r\n--b\r\n\r\nbro"), "b", 1000);

    assertThat(reader.next().orElseThrow().content().readAllBytes()).isEqualTo(bytes("whole"));
    Part broken = reader.next().orElseThrow();
    assertThatThrownBy(() -> broken.content().readAllBytes()).isInstanceOf(IOException.class);
    assertThat(broken.content().broken()).isPresent();
  }

  @Test
  void parts_that_have_come_are_given_before_more_is_asked_for() throws IOException {
    String sent = "--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b\r\n\r\nthree, but not whole";
    MultipartReader reader = new MultipartReader(thenFails(sent), "b", 1000);

    assertThat(reader.next().orElseThrow().content().readAllBytes()).isEqualTo(bytes("one"));
    assertThat(reader.next().orElseThrow().content().readAllBytes()).isEqualTo(bytes("two"));
    Part third = reader.next().orElseThrow();
    assertThatThrownBy(() -> third.content().readAllBytes()).hasMessage("connection lost");
  }

  @Test
  void a_body_without_any_boundary_is_refused() throws IOException {
    MultipartReader reader = new MultipartReader(stream("just text"), "b", 1000);

    assertThatThrownBy(reader::next).isInstanceOf(MultipartException.class);
  }

  @Test
  void a_body_without_parts_has_none() throws IOException {
    assertThat(new MultipartReader(stream("--b--\r\n"), "b", 1000).next()).isEmpty();
  }

  @Test
  void headers_without_end_are_refused_before_they_fill_the_memory() throws IOException {
    MultipartReader reader =
        new MultipartReader(stream("--b\r\nX: " + "y".repeat(100_000)), "b", 1 << 20);

    assertThatThrownBy(reader::next)
        .isInstanceOf(MultipartException.class)
        .hasMessageContaining("too long");
  }

  @Test
  void a_part_past_the_limit_is_refused_while_it_streams() throws IOException {
    MultipartReader reader =
        new MultipartReader(stream("--b\r\n\r\n" + "y".repeat(100) + "\r\n--b--"), "b", 99);

    PartContent content = reader.next().orElseThrow().content();

    assertThat(content.drain()).isFalse();
    assertThat(content.isTooLarge()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ends with a space ", "new\nline", "\u00e4"})
  void a_boundary_that_is_none_is_refused(String boundary) {
    assertThatThrownBy(() -> new MultipartReader(stream(""), boundary, 1))
        .isInstanceOf(MultipartException.class);
  }

  private static InputStream thenFails(String text) {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection lost");
          }

          @Override
          public int read(byte[] b, int off, int len) throws IOException {
            throw new IOException("connection lost");
          }
        };
    return new SequenceInputStream(stream(text), failing);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(bytes(text));
  }

  /** A multipart body, to be read part by part. */
  private static final class Body {
    private final String boundary;
    private final List<byte[]> parts = new ArrayList<>();
    private String preamble = "";
    private String epilogue = "";
    private int chunk = Integer.MAX_VALUE;

    Body(String boundary) {
      this.boundary = boundary;
    }

    Body part(byte[] content) {
      parts.add(content);
      return this;
    }

    Body part(String content) {
      return part(bytes(content));
    }

    Body preamble(String text) {
      preamble = text;
      return this;
    }

    Body epilogue(String text) {
      epilogue = text;
      return this;
    }

    Body chunked(int size) {
      chunk = size;
      return this;
    }

    List<byte[]> read() throws IOException {
      byte[] body = TestBodies.multipart(boundary, preamble, epilogue, parts);
      MultipartReader reader =
          new MultipartReader(TestBodies.inChunks(body, chunk), boundary, 1 << 20);
      List<byte[]> read = new ArrayList<>();
      for (Optional<Part> p = reader.next(); p.isPresent(); p = reader.next()) {
        read.add(p.get().content().readAllBytes());
      }
      return read;
    }
  }
}
