package org.radcanon.terminology.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.terminology.CommittedMap;
import org.radcanon.terminology.map.MapLoader;
import org.radcanon.terminology.table.TableException;

class MapBuilderTest {

  private static final List<String> BUILT =
      List.of("concepts.csv", "codes.csv", "names.csv", "not-canonicalised.csv", "ledger.csv");

  @TempDir Path folder;

  @BeforeEach
  void copyOfTheCommittedMap() throws IOException {
    CommittedMap.copyTo(folder);
  }

  private Path playbook() {
    return folder.resolve("sources/radlex/playbook.csv");
  }

  @Test
  void the_same_sources_give_the_committed_bytes() throws IOException {
    for (String table : BUILT) {
      if (!table.equals("ledger.csv")) {
        Files.delete(folder.resolve(table));
      }
    }

    MapBuilder.Summary summary = new MapBuilder(folder).build();

    for (String table : BUILT) {
      assertThat(folder.resolve(table)).hasSameBinaryContentAs(CommittedMap.FOLDER.resolve(table));
    }
    assertThat(summary.codes()).isGreaterThanOrEqualTo(4772);
  }

  @Test
  void a_source_with_faults_is_refused_with_all_of_them_and_nothing_is_written()
      throws IOException {
    Files.writeString(
        playbook(),
        Files.readString(playbook())
            .replace("RPID16,", "RPXX16,")
            .replace("RPID17,", "RPID17,one more,"));
    Files.delete(folder.resolve("codes.csv"));

    assertThatThrownBy(() -> new MapBuilder(folder).build())
        .isInstanceOf(TableException.class)
        .hasMessageContaining("RPXX16 is no RPID")
        .hasMessageContaining("values where the header has");
    assertThat(folder.resolve("codes.csv")).doesNotExist();
  }

  @Test
  void a_tampered_ledger_is_refused() throws IOException {
    Path ledger = folder.resolve("ledger.csv");
    Files.writeString(ledger, Files.readString(ledger).replace("RC0000018,", "RC0000019,"));

    assertThatThrownBy(() -> new MapBuilder(folder).build())
        .isInstanceOf(TableException.class)
        .hasMessageContaining("ledger.csv:2: RC0000019 is no concept code");
  }

  @Test
  void bad_rows_of_built_tables_are_refused_at_load_all_at_once() throws IOException {
    Path codes = folder.resolve("codes.csv");
    Files.writeString(
        codes,
        Files.readString(codes)
            + "RADLEX,RPID1,RC0000018,twice,core\nNOSUCH,X,RC0000018,x,core\nLN,X,RC0000018,x,best\n");
    Path concepts = folder.resolve("concepts.csv");
    Files.writeString(concepts, Files.readString(concepts) + "RC9999999,active,,n,m,RID0\n");

    assertThatThrownBy(() -> MapLoader.load(folder))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("code RADLEX RPID1 stands twice")
        .hasMessageContaining("unknown scheme NOSUCH")
        .hasMessageContaining("unknown rank best")
        .hasMessageContaining("value RID0 has no home attribute");
  }
}
