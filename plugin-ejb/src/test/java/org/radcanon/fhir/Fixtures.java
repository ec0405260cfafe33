package org.radcanon.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.index.CodingRecord;
import org.radcanon.index.IndexedInstance;
import org.radcanon.index.IndexedPatient;
import org.radcanon.index.IndexedSeries;
import org.radcanon.index.IndexedStudy;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.Resolution.Basis;

/** Small named studies and a map of two concepts. */
public final class Fixtures {
  public static final String CT_UID = "1.2.276.0.7230010.3.1.2.1";
  public static final String LOINC = "http://loinc.org";

  /** Not looked at by this room. */
  private static final JsonDataSet UNUSED = JsonDataSet.empty();

  public static final Concept CT_CHEST = concept("RC0001", "CT Chest", "RPID16", "24627-2");
  public static final Concept MR_BRAIN = concept("RC0002", "MR Brain", "RPID21", "24590-2");

  private Fixtures() {}

  private static Concept concept(String code, String name, String rpid, String loinc) {
    return new Concept(
        code,
        name,
        Map.of(),
        Map.of(
            CanonicalMap.RADLEX,
            List.of(
                new Code(rpid, CanonicalMap.RADLEX, name), new Code(rpid + "9", "RADLEX", name)),
            "LN",
            List.of(new Code(loinc, "LN", name + " (LOINC)"))));
  }

  public static CanonicalMap map() {
    return new TwoConcepts();
  }

  /** A builder that begins with a complete CT of the chest, one series of one instance. */
  public static StudyBuilder ctChest() {
    return new StudyBuilder();
  }

  public static IndexedPatient patient(String id, String patientId, String issuer) {
    return new IndexedPatient(
        id,
        Optional.ofNullable(patientId),
        Optional.ofNullable(issuer),
        Optional.of("Doe^Jane"),
        Optional.of("19700131"),
        Optional.of("F"));
  }

  public static IndexedSeries series(String uid, String modality) {
    return new IndexedSeries(
        uid,
        modality,
        Optional.of(1),
        Optional.of("Thorax 1.0"),
        Optional.of("CHEST"),
        Optional.of("L"),
        Optional.of("20240115"),
        Optional.of("101500"),
        1,
        UNUSED,
        List.of(
            new IndexedInstance(
                uid + ".1",
                "1.2.840.10008.5.1.4.1.1.2",
                "1.2.840.10008.1.2.1",
                Optional.of(1),
                true,
                UNUSED)));
  }

  /** Changes one thing at a time. */
  public static final class StudyBuilder {
    private String uid = CT_UID;
    private IndexedPatient patient = Fixtures.patient("p1", "PID-1", "HOSP");
    private Optional<String> date = Optional.of("20240115");
    private Optional<String> time = Optional.of("101112");
    private Optional<String> offset = Optional.empty();
    private Optional<String> accession = Optional.of("A100");
    private Optional<String> accessionIssuer = Optional.of("RIS");
    private Optional<CodingRecord> coding =
        Optional.of(new CodingRecord("RC0001", Basis.CODE, 1, List.of()));
    private List<IndexedSeries> series = List.of(series(CT_UID + ".1", "CT"));
    private int instances = 1;

    public StudyBuilder uid(String value) {
      uid = value;
      return this;
    }

    public StudyBuilder patient(IndexedPatient value) {
      patient = value;
      return this;
    }

    public StudyBuilder when(String da, String tm, String zone) {
      date = Optional.ofNullable(da);
      time = Optional.ofNullable(tm);
      offset = Optional.ofNullable(zone);
      return this;
    }

    public StudyBuilder accession(String number, String issuer) {
      accession = Optional.ofNullable(number);
      accessionIssuer = Optional.ofNullable(issuer);
      return this;
    }

    public StudyBuilder coded(String concept) {
      coding = Optional.ofNullable(concept).map(c -> new CodingRecord(c, Basis.CODE, 1, List.of()));
      return this;
    }

    public StudyBuilder modalities(String... values) {
      series = new ArrayList<>();
      for (String modality : values) {
        series.add(series(uid + "." + (series.size() + 1), modality));
      }
      return this;
    }

    public StudyBuilder undatedSeries() {
      series =
          series.stream()
              .map(
                  s ->
                      new IndexedSeries(
                          s.seriesUid(),
                          s.modality(),
                          s.number(),
                          s.description(),
                          s.bodyPart(),
                          s.laterality(),
                          Optional.empty(),
                          Optional.empty(),
                          s.instanceCount(),
                          UNUSED,
                          s.instances()))
              .toList();
      return this;
    }

    public StudyBuilder instances(int count) {
      instances = count;
      return this;
    }

    public IndexedStudy build() {
      return new IndexedStudy(
          uid,
          patient,
          date,
          time,
          offset,
          accession,
          accessionIssuer,
          Optional.of("CT Thorax nativ"),
          Optional.of("House^Gregory^^Dr."),
          series.stream()
              .map(IndexedSeries::modality)
              .collect(Collectors.toCollection(TreeSet::new)),
          new TreeSet<>(Set.of("1.2.840.10008.5.1.4.1.1.2")),
          series.size(),
          instances,
          UNUSED,
          coding,
          series,
          Instant.parse("2024-02-01T08:00:00.123Z"));
    }
  }

  private record TwoConcepts() implements CanonicalMap {
    private static final Map<String, Concept> CONCEPTS =
        new TreeMap<>(Map.of("RC0001", CT_CHEST, "RC0002", MR_BRAIN));

    @Override
    public Collection<Concept> concepts() {
      return CONCEPTS.values();
    }

    @Override
    public Optional<Concept> concept(String conceptCode) {
      return Optional.ofNullable(CONCEPTS.get(conceptCode));
    }

    @Override
    public Optional<Concept> byCode(String scheme, String value) {
      return concepts().stream()
          .filter(
              concept ->
                  scheme.equals(CONCEPT_SCHEME)
                      ? concept.code().equals(value)
                      : concept.codes().getOrDefault(scheme, List.of()).stream()
                          .anyMatch(code -> code.value().equals(value)))
          .findFirst();
    }

    @Override
    public Set<Concept> byCodeValue(String value) {
      return schemes().stream()
          .flatMap(scheme -> byCode(scheme.designator(), value).stream())
          .collect(Collectors.toSet());
    }

    @Override
    public Collection<CodingScheme> schemes() {
      return List.of(
          scheme("RADLEX", "http://www.radlex.org"),
          scheme("LN", LOINC),
          scheme(CONCEPT_SCHEME, "urn:oid:2.25.1"));
    }

    private static CodingScheme scheme(String designator, String system) {
      return new CodingScheme(designator, Optional.empty(), system, designator, "1", "test", true);
    }

    @Override
    public Optional<CodingScheme> scheme(String designator) {
      return schemes().stream().filter(s -> s.designator().equals(designator)).findFirst();
    }

    @Override
    public Optional<AttributeValue> value(String id) {
      return Optional.empty();
    }

    @Override
    public List<String> names(Code code) {
      return byCode(code.scheme(), code.value()).map(Concept::name).stream().toList();
    }

    /** LOINC has only a superseded code for MR of the brain. */
    @Override
    public Rank rank(Code code) {
      return code.value().equals("24590-2") ? Rank.SUPERSEDED : Rank.NORMAL;
    }

    @Override
    public String version() {
      return "test";
    }
  }
}
