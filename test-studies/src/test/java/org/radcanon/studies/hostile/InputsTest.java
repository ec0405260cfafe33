package org.radcanon.studies.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.studies.Peer;
import org.radcanon.studies.writer.Syntax;

class InputsTest {

  private static final long GIB = 1L << 30;

  @TempDir Path folder;

  @Test
  void everyInputHasANameOfItsOwnAndItsTrueSize() {
    List<Input> all = new ArrayList<>(HostileInputs.all());
    all.addAll(HostileInputs.debatable());
    all.addAll(OddInputs.all());

    assertThat(all).extracting(Input::name).doesNotHaveDuplicates();
    assertThat(all)
        .filteredOn(Input::small)
        .allSatisfy(input -> assertThat(input.bytes()).hasSize((int) input.size()));
  }

  @Test
  void aDeflateBombIsSmallAndGrowsToGibibytes() throws IOException {
    List<Input> bombs =
        HostileInputs.bombs().stream().filter(input -> input.name().contains("deflated")).toList();

    assertThat(bombs).hasSize(2).allMatch(bomb -> bomb.size() < 5 << 20);
    for (Input bomb : bombs) {
      try (InputStream in = bomb.open()) {
        in.skipNBytes(Bytes.meta(Syntax.DEFLATED).length);
        InputStream inflated = new InflaterInputStream(in, new Inflater(true), 1 << 16);
        inflated.skipNBytes(GIB / 4);
      }
    }
  }

  @Test
  void aLargeInputYieldsWhatItPromises() throws IOException {
    Input items =
        HostileInputs.bombs().stream()
            .filter(input -> input.name().contains("million empty items"))
            .findFirst()
            .orElseThrow();

    try (InputStream in = items.open()) {
      in.skipNBytes(items.size() - 1);
      assertThat(in.read()).isNotNegative();
      assertThat(in.read()).isNegative();
    }
  }

  @Test
  void dcmtkReadsEveryOddInput() throws IOException {
    List<String> command =
        new ArrayList<>(List.of("dcmdump", "--search", "0008,0018", "--search-first"));
    List<Input> odd = OddInputs.all();
    for (int i = 0; i < odd.size(); i++) {
      command.add(Files.write(folder.resolve("odd" + i), odd.get(i).bytes()).toString());
    }

    String output = Peer.output(command.toArray(String[]::new));

    assertThat(output.lines().filter(line -> line.startsWith("E:"))).isEmpty();
    assertThat(output.lines().filter(line -> line.startsWith("(0008,0018)"))).hasSize(odd.size());
  }
}
