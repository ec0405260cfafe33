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
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Evidence;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.Resolution.Basis;
import org.radcanon.terminology.Resolution.Resolved;
import org.radcanon.terminology.Resolution.Unresolved;
import org.radcanon.terminology.Resolver;
import org.radcanon.terminology.site.SiteMapRow;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.TableException;

class TerminologyTest {

  private static final Code RPID5 = new Code("RPID5", "RADLEX", "");
  private static final ProcedureEvidence HOUSE_7 = Evidence.study("HOUSE 7, \"new\"", "CT");

  @TempDir Path directory;
  private Path file;
  private Terminology terminology;

  @BeforeEach
  void open() {
    file = directory.resolve("data/site-map.csv");
    terminology = Terminology.open(Optional.empty(), file);
  }

  private static SiteMapRow row(String text, Code target) {
    return new SiteMapRow(
        Optional.empty(), Optional.of(text), Optional.empty(), Origin.UNKNOWN, target, "a test");
  }

  private static SiteMapRow code(String value, Code target) {
    return new SiteMapRow(
        Optional.of(new Code(value, "99LOCAL", "Our abdomen")),
        Optional.empty(),
        Optional.empty(),
        Origin.UNKNOWN,
        target,
        "");
  }

  @Test
  void an_absent_site_map_is_created_with_its_header_row() throws IOException {
    assertThat(Files.readString(file))
        .startsWith("code,scheme,")
        .endsWith("reason\n")
        .hasLineCount(1);
    assertThat(terminology.siteMap().size()).isZero();
  }

  @Test
  void an_added_line_resolves_from_then_on_through_a_resolver_that_was_there_before() {
    Resolver resolver = terminology.resolver();
    assertThat(resolver.resolve(HOUSE_7)).isInstanceOf(Unresolved.class);

    Concept concept = terminology.append(row("house 7, \"NEW\"", RPID5));

    Resolved resolved = (Resolved) resolver.resolve(HOUSE_7);
    assertThat(resolved.basis()).isEqualTo(Basis.SITE_MAP);
    assertThat(resolved.concept()).isEqualTo(concept).isEqualTo(BuiltIn.rpid("RPID5"));
  }

  @Test
  void an_added_line_survives_a_restart() {
    terminology.append(row("house 7, \"NEW\"", RPID5));

    Terminology restarted = Terminology.open(Optional.empty(), file);

    assertThat(restarted.resolver().resolve(HOUSE_7)).isInstanceOf(Resolved.class);
  }

  @Test
  void adding_what_is_there_changes_nothing() throws IOException {
    terminology.append(row("house 7", RPID5));
    byte[] before = Files.readAllBytes(file);

    terminology.append(row("HOUSE - 7", RPID5));

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void a_line_that_cannot_stand_is_refused_and_nothing_is_written() throws IOException {
    terminology.append(row("house 7", RPID5));
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> terminology.append(row("house 7", new Code("RPID3", "RADLEX", ""))))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("site-map.csv:3")
        .hasMessageContaining("contradicts line 2");
    assertThatThrownBy(() -> terminology.append(row("x", new Code("RPID0", "RADLEX", ""))))
        .isInstanceOf(TableException.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(terminology.siteMap().size()).isEqualTo(1);
  }

  @Test
  void a_private_local_code_becomes_an_equivalent_and_finds_its_concept() {
    CanonicalMap map = terminology.map();
    Concept before = map.byCode("RADLEX", "RPID5").orElseThrow();

    terminology.append(code("CTABD", RPID5));

    Concept after = map.byCode("99LOCAL", "CTABD").orElseThrow();
    assertThat(after.code()).isEqualTo(before.code());
    assertThat(after.codes().get("99LOCAL"))
        .containsExactly(new Code("CTABD", "99LOCAL", "Our abdomen"));
    assertThat(map.byCode("RADLEX", "RPID5")).contains(after);
    assertThat(map.concept(before.code())).contains(after);
    assertThat(map.byCodeValue("CTABD")).containsExactly(after);
    assertThat(map.scheme("99LOCAL")).isPresent();
    assertThat(map.concepts()).hasSize(BuiltIn.MAP.concepts().size()).contains(after);
    Resolved resolved =
        (Resolved)
            terminology
                .resolver()
                .resolve(Evidence.of().code("ProcedureCodeSequence", "CTABD", "99LOCAL").build());
    assertThat(resolved.concept()).isEqualTo(after);
  }

  @Test
  void a_file_edited_by_hand_is_taken_up_and_a_faulty_one_refused_as_a_whole() throws IOException {
    assertThat(terminology.reloadIfChanged()).isFalse();
    String good = Files.readString(file) + ",,,House 7,,,,,,RADLEX,RPID5,\n";
    Files.writeString(file, good);
    assertThat(terminology.reloadIfChanged()).isTrue();
    assertThat(terminology.siteMap().size()).isEqualTo(1);

    Files.writeString(file, good + ",,,House 8,,,,,,RADLEX,RPID0,\n");

    assertThatThrownBy(terminology::reloadIfChanged)
        .isInstanceOf(TableException.class)
        .hasMessageContaining("site-map.csv:3");
    assertThat(terminology.siteMap().size()).isEqualTo(1);
    assertThat(terminology.faults()).hasSize(1);
    assertThat(terminology.reloadIfChanged()).isFalse();

    Files.writeString(file, good);
    assertThat(terminology.reload()).isEqualTo(1);
    assertThat(terminology.faults()).isEmpty();
  }

  @Test
  void the_last_good_lines_are_in_force_even_after_a_restart_with_a_faulty_file()
      throws IOException {
    terminology.append(row("house 7, new", RPID5));
    Files.writeString(file, "code,scheme\n\"open quote");

    Terminology restarted = Terminology.open(Optional.empty(), file);

    assertThat(restarted.faults()).isNotEmpty();
    assertThat(restarted.resolver().resolve(HOUSE_7)).isInstanceOf(Resolved.class);
    assertThatThrownBy(() -> restarted.append(row("house 8", RPID5)))
        .isInstanceOf(TableException.class);
  }

  @Test
  void the_house_opens_without_lines_when_the_map_refuses_the_last_good_ones_too()
      throws IOException {
    String dropped = Files.readString(file) + ",,,House 7,,,,,,RADLEX,RPID0,\n";
    Files.writeString(file, dropped);
    Files.writeString(file.resolveSibling("site-map.csv.last-good"), dropped);

    Terminology restarted = Terminology.open(Optional.empty(), file);

    assertThat(restarted.siteMap().size()).isZero();
    assertThat(restarted.faults())
        .extracting(Fault::file)
        .containsExactly("site-map.csv", "site-map.csv.last-good");
    assertThat(restarted.resolver().resolve(HOUSE_7)).isInstanceOf(Unresolved.class);
  }

  @Test
  void a_file_with_its_own_columns_and_line_ends_keeps_them() throws IOException {
    Files.writeString(
        file, "target_code,target_scheme,text,scheme,code,reason\r\nRPID5,RADLEX,a,,,x");
    terminology.reload();

    terminology.append(row("b", new Code("RPID3", "RADLEX", "")));

    assertThat(Files.readString(file))
        .isEqualTo(
            "target_code,target_scheme,text,scheme,code,reason\r\n"
                + "RPID5,RADLEX,a,,,x\r\n"
                + "RPID3,RADLEX,b,,,a test\r\n");
    assertThatThrownBy(() -> terminology.append(forStation("c")))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("column station is missing");
  }

  private static SiteMapRow forStation(String text) {
    return new SiteMapRow(
        Optional.empty(),
        Optional.of(text),
        Optional.empty(),
        new Origin(Optional.empty(), Optional.of("ROOM 1"), Optional.empty()),
        RPID5,
        "");
  }
}
