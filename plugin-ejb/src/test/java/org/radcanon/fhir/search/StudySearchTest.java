package org.radcanon.fhir.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.fhir.Fixtures;
import org.radcanon.index.IndexedStudy;
import org.radcanon.index.StudyIndex.Key;

class StudySearchTest {
  private static final String CT = "1.2.1";
  private static final String MR = "1.2.2";
  private static final String OTHER_HOSPITAL = "1.2.3";

  private final FakeIndex index =
      new FakeIndex(
          Fixtures.ctChest().uid(CT).build(),
          Fixtures.ctChest()
              .uid(MR)
              .patient(Fixtures.patient("p2", "PID-2", null))
              .accession("A200", null)
              .when("20240116", "230000", "+0100")
              .modalities("MR", "SR")
              .coded("RC0002")
              .build(),
          Fixtures.ctChest()
              .uid(OTHER_HOSPITAL)
              .patient(Fixtures.patient("p3", "PID-1", "CLINIC"))
              .accession("A100", "CLINIC")
              .when("20230301", null, null)
              .coded(null)
              .build());

  @Test
  void aSearchWithoutParametersFindsEverything() {
    assertThat(find(query())).containsExactly(CT, MR, OTHER_HOSPITAL);
  }

  @ParameterizedTest(name = "identifier={0} finds {1}")
  @CsvSource({
    "urn:dicom:uid|urn:oid:1.2.2, 1.2.2",
    "urn:oid:1.2.2, 1.2.2",
    "urn:dicom:uid|1.2.2, ''",
    "A100, 1.2.1 1.2.3",
    "urn:radcanon:issuer:RIS|A100, 1.2.1",
    "|A200, 1.2.2",
    "|A100, ''",
    "A1, ''",
    "A*, ''"
  })
  void identifiersMatchExactly(String token, String found) {
    assertThat(find(query().identifier(List.of(token(token))))).isEqualTo(uids(found));
  }

  @ParameterizedTest(name = "patient.identifier={0} finds {1}")
  @CsvSource({
    "PID-1, 1.2.1 1.2.3",
    "urn:radcanon:issuer:HOSP|PID-1, 1.2.1",
    "urn:radcanon:issuer:HOSP|, 1.2.1",
    "|PID-2, 1.2.2",
    "|PID-1, ''"
  })
  void patientsOfTwoHospitalsAreKeptApart(String token, String found) {
    assertThat(find(query().patientIdentifier(List.of(token(token))))).isEqualTo(uids(found));
  }

  @Test
  void aPatientIsFoundByIdAndNotByNumber() {
    assertThat(find(query().patient(List.of(Optional.of("p1"))))).containsExactly(CT);
    assertThat(index.asked).isEmpty();
    assertThat(find(query().patient(List.of(Optional.of("PID-1"))))).isEmpty();
    assertThat(find(query().patient(List.of(Optional.empty())))).isEmpty();
  }

  @ParameterizedTest(name = "procedure-code={0} finds {1}")
  @CsvSource({
    "RPID16, 1.2.1",
    "RPID169, 1.2.1",
    "http://www.rsna.org/RadLex_Playbook.aspx|RPID16, 1.2.1",
    "http://www.radlex.org|RPID16, 1.2.1",
    "http://loinc.org|24590-2, 1.2.2",
    "http://loinc.org|RPID16, ''",
    "urn:oid:2.25.1|RC0002, 1.2.2",
    "RC0002, 1.2.2",
    "RPID99999, ''",
    "http://example.org|RPID16, ''",
    "http://loinc.org|, 1.2.1 1.2.2"
  })
  void anyKnownCodeFindsTheStudiesOfItsConcept(String token, String found) {
    assertThat(find(query().procedureCode(List.of(token(token))))).isEqualTo(uids(found));
  }

  @Test
  void aCodeIsAskedOfTheIndexAsItsConcept() {
    find(query().procedureCode(List.of(token("RPID16"))));
    assertThat(index.asked.get(0).keys())
        .containsExactly(
            key("RC0001", 0x00081032, 0x00080100), key("99RADCANON", 0x00081032, 0x00080102));
  }

  @Test
  void aCodeThatNobodyKnowsIsNotAskedAtAll() {
    find(query().procedureCode(List.of(token("RPID99999"))));
    assertThat(index.asked).isEmpty();
  }

  @ParameterizedTest(name = "started={0} finds {1}")
  @CsvSource({
    "2024-01-15, 1.2.1",
    "2024-01, 1.2.1 1.2.2",
    "2024, 1.2.1 1.2.2",
    "eq2024-01-15T10:11:12+01:00, 1.2.1",
    "2024-01-15T10:11, 1.2.1",
    "2024-01-15T09:11:12Z, 1.2.1",
    "2024-01-15T10:11:13, ''",
    "ge2024-01-16, 1.2.2",
    "gt2024-01-15, 1.2.2",
    "gt2024-01-15T10:00:00Z, 1.2.2",
    "lt2024-01-15, 1.2.3",
    "le2024-01-15, 1.2.1 1.2.3",
    "sa2024-01-15, 1.2.2",
    "eb2024-01-15, 1.2.3",
    "ne2024-01-15, 1.2.2 1.2.3",
    "ap2023-03, 1.2.3"
  })
  void startedComparesByPrefix(String date, String found) {
    assertThat(find(query().started(List.of(new DateParam(date))))).isEqualTo(uids(found));
  }

  @Test
  void twoBoundsBecomeOneRangeOfStudyDate() {
    StudyQueryBuilder between =
        query()
            .started(List.of(new DateParam("ge2024-01-16")))
            .started(List.of(new DateParam("lt2024-02-01")));
    assertThat(find(between)).containsExactly(MR);
    assertThat(index.asked.get(0).keys()).containsExactly(key("20240114-20240202", 0x00080020));
  }

  @ParameterizedTest(name = "_lastUpdated={0} finds {1} studies")
  @CsvSource({
    "ge2024-02-01, 3",
    "2024-02-01T08:00:00.123Z, 3",
    "gt2024-02-01T08:00:00.123Z, 0",
    "gt2024-02-01T08:00:00.122Z, 3",
    "lt2024-02-01T08:00:00.123Z, 0",
    "le2024-02-01T08:00:00.123Z, 3",
    "lt2024-02-01T08:00:00Z, 0"
  })
  void lastUpdatedComparesToTheMillisecond(String date, int found) {
    assertThat(find(query().lastUpdated(List.of(new DateParam(date))))).hasSize(found);
    assertThat(index.asked).isEmpty();
  }

  @Test
  void boundsThatExcludeEachOtherFindNothing() {
    StudyQueryBuilder never =
        query().started(List.of(new DateParam("ge2025"))).started(List.of(new DateParam("lt2024")));
    assertThat(find(never)).isEmpty();
  }

  @ParameterizedTest(name = "modality={0} finds {1}")
  @CsvSource({
    "MR, 1.2.2",
    "SR, 1.2.2",
    "http://dicom.nema.org/resources/ontology/DCM|CT, 1.2.1 1.2.3",
    "http://dicom.nema.org/resources/ontology/DCM|, 1.2.1 1.2.2 1.2.3",
    "|CT, ''",
    "ct, ''"
  })
  void modalityIsThatOfAnySeries(String token, String found) {
    assertThat(find(query().modality(List.of(token(token))))).isEqualTo(uids(found));
  }

  @Test
  void valuesOfAListAreAlternativesAndNoStudyComesTwice() {
    assertThat(find(query().modality(List.of(token("SR"), token("MR"), token("CT")))))
        .containsExactly(MR, CT, OTHER_HOSPITAL);
  }

  @Test
  void parametersMustAllBeMet() {
    StudyQueryBuilder both =
        query().identifier(List.of(token("A100"))).procedureCode(List.of(token("RPID16")));
    assertThat(find(both)).containsExactly(CT);
    assertThat(index.asked.get(0).keys()).hasSize(3);
  }

  @ParameterizedTest(name = "_id={0} finds nothing")
  @ValueSource(strings = {"1.2.9", "abc", "1.2*", "1.2.1\\1.2.2"})
  void whatIsNoStudyUidFindsNothing(String id) {
    assertThat(find(query().studyUid(List.of(id)))).isEmpty();
  }

  @ParameterizedTest(name = "pages of {0}")
  @ValueSource(ints = {1, 7, 99, 100, 101, 1000})
  void pagesGiveEveryStudyOnceWhateverTheirSize(int count) {
    List<String> all = IntStream.range(0, 250).mapToObj(i -> "1.2.3." + i).toList();
    StudySearch search = new StudySearch(many(all));
    StudyQuery query = query().modality(List.of(token("MR"), token("CT"))).build();
    List<String> found = new ArrayList<>();
    Optional<Cursor> next = Optional.of(Cursor.START);
    while (next.isPresent()) {
      var page = search.find(query, count, 1_000_000, Cursor.parse(next.get().toString()));
      assertThat(page.studies()).isNotEmpty().hasSizeLessThanOrEqualTo(count);
      page.studies().forEach(study -> found.add(study.studyUid()));
      next = page.next();
    }
    assertThat(found).isEqualTo(all);
  }

  @Test
  void aPageEndsWhenItsStudiesHaveEnoughInstances() {
    var search =
        new StudySearch(
            new FakeIndex(
                Fixtures.ctChest().uid("1.1").instances(600).build(),
                Fixtures.ctChest().uid("1.2").instances(600).build(),
                Fixtures.ctChest().uid("1.3").instances(600).build()));
    assertThat(search.find(query().build(), 10, 1000, Cursor.START).studies()).hasSize(2);
  }

  @Test
  void theTotalIsSaidOnlyWhenItIsKnown() {
    StudySearch search = new StudySearch(index);
    assertThat(search.find(query().build(), 3, 1000, Cursor.START).total()).hasValue(3);
    assertThat(search.find(query().build(), 2, 1000, Cursor.START).total()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "a-b", "-1-2", "1-99999999999"})
  void whatIsNoPageIsRefused(String cursor) {
    assertThatThrownBy(() -> Cursor.parse(cursor)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void anUnboundedListIsRefused() {
    List<String> ids = IntStream.range(0, 1000).mapToObj(i -> "1.2." + i).toList();
    assertThatThrownBy(() -> query().studyUid(ids).build())
        .isInstanceOf(InvalidRequestException.class);
  }

  private static FakeIndex many(List<String> uids) {
    return new FakeIndex(
        uids.stream()
            .map(uid -> Fixtures.ctChest().uid(uid).modalities("CT").build())
            .toArray(IndexedStudy[]::new));
  }

  private StudyQueryBuilder query() {
    return new StudyQueryBuilder(index, Fixtures.map(), ZoneId.of("Europe/Berlin"));
  }

  private List<String> find(StudyQueryBuilder query) {
    return new StudySearch(index)
        .find(query.build(), 100, 1000, Cursor.START).studies().stream()
            .map(IndexedStudy::studyUid)
            .toList();
  }

  private static Token token(String value) {
    TokenParam param = new TokenParam();
    param.setValueAsQueryToken(null, "x", null, value);
    return Token.of(param);
  }

  private static Key key(String value, Integer... path) {
    return new Key(List.of(path), value);
  }

  private static List<String> uids(String found) {
    return Stream.of(found.split(" ")).filter(uid -> !uid.isEmpty()).toList();
  }
}
