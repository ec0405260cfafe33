package org.radcanon.intake.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/configuration.md} is made from the file that holds the defaults, so that they cannot
 * disagree. Run this test with {@code -Dradcanon.docs.write=true} to write the page anew.
 */
class ConfigurationPageTest {

  private static final Path PAGE = Path.of("../docs/configuration.md");
  private static final String MARK = "<!-- from here on made by ConfigurationPageTest -->\n";

  @Test
  void thePageSaysOfEveryKeyWhatTheShippedFileSays() throws IOException {
    String page = Files.readString(PAGE);
    String head = page.substring(0, page.indexOf(MARK) + MARK.length());
    String expected = head + keys();
    if (Boolean.getBoolean("radcanon.docs.write")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }

  private static String keys() throws IOException {
    StringBuilder page = new StringBuilder();
    List<String> comment = new ArrayList<>();
    boolean inTable = false;
    for (String line : shippedLines()) {
      if (line.startsWith("# --- ")) {
        page.append("\n## ").append(line.replaceAll("# --- | ---", "")).append("\n\n");
        inTable = false;
      } else if (line.startsWith("#")) {
        comment.add(line.substring(1).trim());
      } else if (line.startsWith("radcanon.")) {
        if (!inTable) {
          page.append("| key | default | meaning |\n| --- | --- | --- |\n");
          inTable = true;
        }
        int equals = line.indexOf('=');
        String value = line.substring(equals + 1);
        page.append(
            "| `%s` | %s | %s |\n"
                .formatted(
                    line.substring(0, equals),
                    value.isEmpty() ? "empty" : "`" + value + "`",
                    comment.isEmpty() ? "as above" : String.join(" ", comment)));
        comment.clear();
      } else if (!inTable) {
        comment.clear();
      }
    }
    return page.toString();
  }

  private static List<String> shippedLines() throws IOException {
    try (var in =
        ConfigurationPageTest.class.getResourceAsStream(
            "/META-INF/microprofile-config.properties")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
