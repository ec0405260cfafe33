package org.radcanon.studies.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultipartStreamTest {

  @Test
  void partsStandBetweenBoundaries() throws IOException {
    List<Long> sizes = new ArrayList<>();
    List<Part> parts = List.of(part("one"), part(""), part("three"));

    byte[] body = new MultipartStream("B", parts, sizes::add).readAllBytes();

    assertThat(new String(body, StandardCharsets.US_ASCII))
        .isEqualTo(
            """
            |--B|Content-Type: application/dicom||one\
            |--B|Content-Type: application/dicom||\
            |--B|Content-Type: application/dicom||three\
            |--B--|"""
                .replace("|", "\r\n"));
    assertThat(sizes).containsExactly(3L, 0L, 5L);
  }

  @Test
  void aPartIsClosedBeforeTheNextIsOpened() throws IOException {
    List<String> events = new ArrayList<>();
    List<Part> parts = List.of(noted("a", events), noted("b", events));

    try (MultipartStream body = new MultipartStream("B", parts, size -> events.add("done"))) {
      body.transferTo(java.io.OutputStream.nullOutputStream());
    }

    assertThat(events).containsExactly("open a", "close a", "done", "open b", "close b", "done");
  }

  @Test
  void aPartThatCannotBeReadIsNamed() {
    Part gone =
        new Part(
            "gone.dcm",
            () -> {
              throw new IOException("no such file");
            });

    assertThatThrownBy(() -> new MultipartStream("B", List.of(gone), size -> {}).readAllBytes())
        .hasMessage("Cannot read gone.dcm");
  }

  private static Part part(String content) {
    return new Part(
        content, () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
  }

  private static Part noted(String name, List<String> events) {
    return new Part(
        name,
        () -> {
          events.add("open " + name);
          return new InputStream() {
            @Override
            public int read() {
              return -1;
            }

            @Override
            public void close() {
              events.add("close " + name);
            }
          };
        });
  }
}
