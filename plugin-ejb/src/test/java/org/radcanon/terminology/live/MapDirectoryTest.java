package org.radcanon.terminology.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.CommittedMap;
import org.radcanon.terminology.Evidence;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.TableException;

/** A configured directory of tables: accepted, refused, and what is in force then. */
class MapDirectoryTest {

  @TempDir Path directory;
  private Path tables;
  private Path siteMap;

  @BeforeEach
  void copyOfTheTables() throws IOException {
    tables = directory.resolve("map");
    siteMap = directory.resolve("data/site-map.csv");
    CommittedMap.copyWithoutSources(tables);
  }

  private Terminology open() {
    return Terminology.open(Optional.of(tables), siteMap);
  }

  private Path kept() {
    return siteMap.resolveSibling(LastGoodTables.FILE);
  }

  private void spoil(String table) throws IOException {
    Path file = tables.resolve(table);
    Files.writeString(file, Files.readString(file) + "no,such,line\n");
  }

  @Test
  void a_refused_directory_leaves_the_last_good_map_in_force_and_says_why() throws IOException {
    Terminology before = open();
    assertThat(before.mapFaults()).isEmpty();
    spoil("codes.csv");
    spoil("lexicon/text-sources.csv");

    Terminology after = open();

    assertThat(after.map().version()).isEqualTo(before.map().version());
    assertThat(after.map().byCode("RADLEX", "RPID5")).contains(BuiltIn.rpid("RPID5"));
    assertThat(after.resolver().resolve(Evidence.study("CT ABDOMEN W IV CONTRAST", "CT")))
        .isInstanceOf(Resolution.Resolved.class);
    assertThat(after.mapFaults())
        .extracting(Fault::toString)
        .anySatisfy(fault -> assertThat(fault).startsWith("codes.csv:").contains("3 values"));
  }

  @Test
  void a_bad_lexicon_is_refused_with_the_map_that_it_came_with() throws IOException {
    open();
    spoil("lexicon/phrases.csv");

    Terminology after = open();

    assertThat(after.mapFaults()).extracting(Fault::file).containsOnly("lexicon/phrases.csv");
    assertThat(after.map().concepts()).isNotEmpty();
  }

  @Test
  void a_mended_directory_is_in_force_again_and_kept() throws IOException {
    open();
    byte[] first = Files.readAllBytes(kept());
    String good = Files.readString(tables.resolve("codes.csv"));
    spoil("codes.csv");
    open();
    assertThat(kept()).hasBinaryContent(first);
    Files.writeString(tables.resolve("codes.csv"), good.replace("\n", "\r\n"));

    Terminology mended = open();

    assertThat(mended.mapFaults()).isEmpty();
    assertThat(Files.readAllBytes(kept())).isNotEqualTo(first);
  }

  @Test
  void with_no_copy_kept_the_start_fails_with_every_fault() throws IOException {
    spoil("codes.csv");
    spoil("names.csv");

    assertThatThrownBy(this::open)
        .isInstanceOf(TableException.class)
        .hasMessageContaining("codes.csv:")
        .hasMessageContaining("names.csv:");
    assertThat(kept()).doesNotExist();
  }

  @Test
  void a_directory_that_is_gone_leaves_the_last_good_map_in_force() throws IOException {
    open();
    Files.move(tables, directory.resolve("elsewhere"));

    Terminology after = open();

    assertThat(after.map().concepts()).isNotEmpty();
    assertThat(after.mapFaults())
        .extracting(Fault::toString)
        .contains("concepts.csv: is missing", "vocabulary.csv: is missing");
  }

  @Test
  void the_built_in_map_needs_no_copy() {
    Terminology.open(Optional.empty(), siteMap);

    assertThat(kept()).doesNotExist();
  }
}
