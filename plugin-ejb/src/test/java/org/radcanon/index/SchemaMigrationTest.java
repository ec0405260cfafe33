package org.radcanon.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaMigrationTest {
  private static final Path FOLDER = Path.of("src/main/resources/db/migration");

  @Test
  void every_script_that_lies_there_is_run() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertThat(SchemaMigration.names())
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> FOLDER.relativize(file).toString())
                  .toList());
    }
  }
}
