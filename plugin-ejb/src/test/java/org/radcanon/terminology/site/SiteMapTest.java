package org.radcanon.terminology.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Evidence;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolution.Basis;
import org.radcanon.terminology.Resolution.Resolved;
import org.radcanon.terminology.Resolution.Unresolved;
import org.radcanon.terminology.reading.TextReader;
import org.radcanon.terminology.resolve.EvidenceResolver;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.TableException;

class SiteMapTest {

  private static final String HEADER =
      "code,scheme,text,source,institution,station,ae_title,modality,target_scheme,target_code,reason\n";
  private static final TextReader READER =
      TextReader.read(BuiltIn.MAP, CanonicalMap.builtInTables(), new Faults());

  private static SiteMap map(String... lines) {
    String text = HEADER + String.join("\n", lines) + "\n";
    return SiteMap.parse("site-map.csv", text.getBytes(StandardCharsets.UTF_8), BuiltIn.MAP);
  }

  private static List<Fault> faults(String... lines) {
    return catchThrowableOfType(TableException.class, () -> map(lines)).faults();
  }

  private static Resolution resolve(SiteMap map, Evidence evidence) {
    return EvidenceResolver.of(BuiltIn.MAP, map, READER).resolve(evidence.build());
  }

  private static Concept concept(SiteMap map, Evidence evidence) {
    Resolved resolved = (Resolved) resolve(map, evidence);
    assertThat(resolved.basis()).isEqualTo(Basis.SITE_MAP);
    assertThat(resolved.confidence()).isEqualTo(1.0);
    return resolved.concept();
  }

  private static Evidence house(String text) {
    return Evidence.of("CT").text("StudyDescription", text);
  }

  @Test
  void a_local_code_resolves() {
    SiteMap map = map("CTABD,99LOCAL,,,,,,,RADLEX,RPID5,");

    assertThat(
            concept(map, Evidence.of().code("RequestedProcedureCodeSequence", "CTABD", "99LOCAL")))
        .isEqualTo(BuiltIn.rpid("RPID5"));
    assertThat(resolve(map, Evidence.of().code("ProcedureCodeSequence", "CTABD", "99OTHER")))
        .isInstanceOf(Unresolved.class);
  }

  @Test
  void a_text_resolves_whatever_its_case_blanks_and_punctuation() {
    SiteMap map = map(",,\"House, protocol 7 (chest)\",,,,,,RADLEX,RPID16,");

    assertThat(concept(map, house("HOUSE PROTOCOL 7^CHEST"))).isEqualTo(BuiltIn.rpid("RPID16"));
    assertThat(resolve(map, house("HOUSE PROTOCOL 7"))).isInstanceOf(Unresolved.class);
  }

  @Test
  void signs_that_change_the_meaning_count() {
    SiteMap map = map(",,Abdo C+,,,,,,RADLEX,RPID5,", ",,Abdo C-,,,,,,RADLEX,RPID3,");

    assertThat(concept(map, house("abdo  c+"))).isEqualTo(BuiltIn.rpid("RPID5"));
    assertThat(concept(map, house("abdo  c-"))).isEqualTo(BuiltIn.rpid("RPID3"));
  }

  @Test
  void a_known_code_is_better_than_a_line_for_its_text() {
    SiteMap map = map(",,House 7,,,,,,RADLEX,RPID16,");
    Evidence evidence = house("House 7").code("ProcedureCodeSequence", "RPID5", "RADLEX");

    assertThat(((Resolved) resolve(map, evidence)).basis()).isEqualTo(Basis.CODE);
  }

  @Test
  void a_line_is_better_than_what_its_text_means_elsewhere() {
    SiteMap map = map(",,CT ABDOMEN,,,,,,RADLEX,RPID145,we always scan the pelvis too");

    assertThat(concept(map, house("CT ABDOMEN"))).isEqualTo(BuiltIn.rpid("RPID145"));
  }

  @Test
  void a_line_decides_where_codes_contradict_each_other() {
    SiteMap map = map(",,House 7,,,,,,RADLEX,RPID16,");
    Evidence evidence =
        house("House 7")
            .code("ProcedureCodeSequence", "RPID3", "RADLEX")
            .code("ProcedureCodeSequence", "RPID5", "RADLEX");

    assertThat(concept(map, evidence)).isEqualTo(BuiltIn.rpid("RPID16"));
  }

  @Test
  void the_most_specific_line_wins_whatever_their_order() {
    SiteMap map =
        map(
            ",,House 7,,,,,,RADLEX,RPID16,",
            ",,House 7,,General Hospital,,CT1,CT,RADLEX,RPID5,",
            ",,House 7,,General Hospital,,,,RADLEX,RPID3,");

    assertThat(concept(map, house("House 7"))).isEqualTo(BuiltIn.rpid("RPID16"));
    assertThat(concept(map, house("House 7").from("GENERAL HOSPITAL", "", "CT2")))
        .isEqualTo(BuiltIn.rpid("RPID3"));
    assertThat(concept(map, house("House 7").from("General  Hospital", "", "CT1")))
        .isEqualTo(BuiltIn.rpid("RPID5"));
  }

  @Test
  void a_line_for_a_station_or_a_modality_is_not_for_another() {
    SiteMap map = map(",,House 7,,,ROOM 1,,,RADLEX,RPID16,", ",,House 8,,,,,MR,RADLEX,RPID500,");

    assertThat(concept(map, house("House 7").from("", "Room 1", "")))
        .isEqualTo(BuiltIn.rpid("RPID16"));
    assertThat(resolve(map, house("House 7").from("", "Room 2", "")))
        .isInstanceOf(Unresolved.class);
    assertThat(resolve(map, house("House 8"))).isInstanceOf(Unresolved.class);
  }

  @Test
  void a_series_text_is_looked_up_when_nothing_describes_the_study_or_a_line_names_its_keyword() {
    SiteMap map =
        map(",,Head routine,,,,,,RADLEX,RPID22,", ",,Knee,ProtocolName,,,,,RADLEX,RPID1608,");

    assertThat(concept(map, Evidence.of("CT").text("ProtocolName", "HEAD ROUTINE")))
        .isEqualTo(BuiltIn.rpid("RPID22"));
    assertThat(resolve(map, house("?").text("ProtocolName", "HEAD ROUTINE")))
        .isInstanceOf(Unresolved.class);
    assertThat(concept(map, house("?").text("ProtocolName", "KNEE")))
        .isEqualTo(BuiltIn.rpid("RPID1608"));
  }

  @Test
  void every_fault_is_reported_with_its_line_and_reason() {
    List<Fault> faults =
        faults(
            "CTABD,99LOCAL,,,,,,,RADLEX,RPID5,",
            "CTABD,99LOCAL,both,,,,,,RADLEX,RPID5,",
            ",,,,,,,,RADLEX,RPID5,",
            "NOSCHEME,,,,,,,,RADLEX,RPID5,",
            ",,unknown target,,,,,,RADLEX,RPID0,",
            ",,...,,,,,,RADLEX,RPID5,",
            "too,few",
            "CTABD,99LOCAL,,,,,,,RADLEX,RPID3,");

    assertThat(faults).extracting(Fault::file).containsOnly("site-map.csv");
    assertThat(faults)
        .extracting(Fault::line)
        .containsExactlyInAnyOrder(8L, 3L, 4L, 5L, 6L, 7L, 9L);
    assertThat(faults)
        .extracting(Fault::reason)
        .anyMatch(r -> r.equals("exactly one of code and text must be given"))
        .anyMatch(r -> r.contains("RPID0"))
        .anyMatch(r -> r.startsWith("contradicts line 2"));
  }

  @Test
  void equally_specific_lines_contradict_each_other_only_where_one_study_could_meet_both() {
    assertThat(
            map(",,House 7,,Hospital A,,,,RADLEX,RPID5,", ",,House 7,,Hospital B,,,,RADLEX,RPID3,")
                .size())
        .isEqualTo(2);
    assertThat(faults(",,House 7,,Hospital A,,,,RADLEX,RPID5,", ",,House 7,,,,,CT,RADLEX,RPID3,"))
        .hasSize(1);
  }

  @Test
  void text_that_is_not_utf_8_and_a_missing_column_are_faults_of_the_file() {
    assertThat(
            catchThrowableOfType(
                    TableException.class,
                    () -> SiteMap.parse("s.csv", new byte[] {(byte) 0xFF}, BuiltIn.MAP))
                .faults())
        .containsExactly(new Fault("s.csv", 0, "is not UTF-8"));
    assertThat(
            catchThrowableOfType(
                    TableException.class,
                    () ->
                        SiteMap.parse(
                            "s.csv",
                            "code,scheme,target_scheme,target_code\n"
                                .getBytes(StandardCharsets.UTF_8),
                            BuiltIn.MAP))
                .faults())
        .containsExactly(new Fault("s.csv", 1, "column text is missing"));
  }
}
