package org.radcanon.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a target's seeds into a directory, where Jazzer begins.
 *
 * <pre>usage: Corpus TARGET DIRECTORY</pre>
 */
public final class Corpus {

  private Corpus() {}

  public static void main(String[] args) throws IOException {
    int number = 0;
    for (byte[] seed : Targets.all().get(args[0]).seeds()) {
      Files.write(Path.of(args[1], "seed-" + number++), seed);
    }
  }
}
