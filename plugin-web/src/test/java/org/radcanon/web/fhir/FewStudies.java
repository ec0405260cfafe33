package org.radcanon.web.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.index.CodingRecord;
import org.radcanon.index.IndexedInstance;
import org.radcanon.index.IndexedPatient;
import org.radcanon.index.IndexedSeries;
import org.radcanon.index.IndexedStudy;
import org.radcanon.index.NewInstance;
import org.radcanon.index.QueryException;
import org.radcanon.index.StudyIndex;
import org.radcanon.terminology.Resolution.Basis;

/**
 * An index of three studies of two patients, that matches by no key and leaves that to the search.
 * It refuses accession numbers that say so, and breaks on others.
 */
final class FewStudies implements StudyIndex {
  static final String CT = "1.2.3.1";
  static final String MR = "1.2.3.2";
  static final String UNCODED = "1.2.3.3";

  /** RPID16 of the built-in map. */
  static final String CT_CHEST = "RC0000166";

  private final List<IndexedStudy> studies =
      List.of(
          study(CT, "p1", "CT", CT_CHEST),
          study(MR, "p2", "MR", "RC0000216"),
          study(UNCODED, "p1", "CT", null));

  private static IndexedStudy study(String uid, String patient, String modality, String concept) {
    IndexedInstance instance =
        new IndexedInstance(
            uid + ".1.1",
            "1.2.840.10008.5.1.4.1.1.2",
            "1.2.840.10008.1.2.1",
            Optional.of(1),
            true,
            JsonDataSet.empty());
    IndexedSeries series =
        new IndexedSeries(
            uid + ".1",
            modality,
            Optional.of(1),
            Optional.of("first"),
            Optional.of("CHEST"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            JsonDataSet.empty(),
            List.of(instance));
    return new IndexedStudy(
        uid,
        new IndexedPatient(
            patient,
            Optional.of("PID-" + patient),
            Optional.of("HOSP"),
            Optional.of("Doe^Jane"),
            Optional.of("19700131"),
            Optional.of("F")),
        Optional.of("20240115"),
        Optional.of("101112"),
        Optional.empty(),
        Optional.of("A" + uid),
        Optional.empty(),
        Optional.of("a study"),
        Optional.empty(),
        new TreeSet<>(Set.of(modality)),
        new TreeSet<>(Set.of("1.2.840.10008.5.1.4.1.1.2")),
        1,
        1,
        JsonDataSet.empty(),
        Optional.ofNullable(concept).map(c -> new CodingRecord(c, Basis.CODE, 1, List.of())),
        List.of(series),
        Instant.parse("2024-02-01T08:00:00.123Z"));
  }

  @Override
  public void record(List<NewInstance> instances) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<IndexedStudy> study(String studyUid) {
    return studies.stream().filter(s -> s.studyUid().equals(studyUid)).findFirst();
  }

  @Override
  public Optional<IndexedStudy> studyInFull(String studyUid) {
    return study(studyUid);
  }

  @Override
  public List<InstancePath> instances(
      String studyUid, Optional<String> seriesUid, Optional<String> instanceUid) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<IndexedPatient> patient(String id) {
    return studies.stream().map(IndexedStudy::patient).filter(p -> p.id().equals(id)).findFirst();
  }

  @Override
  public List<String> studiesOf(String patientId, int limit, int offset) {
    return uids(study -> study.patient().id().equals(patientId), limit, offset);
  }

  @Override
  public List<String> studiesUpdated(
      Optional<Instant> from, Optional<Instant> until, int limit, int offset) {
    return uids(
        study ->
            from.filter(study.updated()::isBefore).isEmpty()
                && until.filter(bound -> !study.updated().isBefore(bound)).isEmpty(),
        limit,
        offset);
  }

  private List<String> uids(Predicate<IndexedStudy> wanted, int limit, int offset) {
    return studies.stream()
        .filter(wanted)
        .map(IndexedStudy::studyUid)
        .skip(offset)
        .limit(limit)
        .toList();
  }

  @Override
  public QueryResult search(Query query) {
    if (query.keys().stream().anyMatch(key -> key.value().equals("REFUSED"))) {
      throw new QueryException("not an accession number");
    }
    if (query.keys().stream().anyMatch(key -> key.value().equals("BROKEN"))) {
      throw new IllegalStateException("secret: table STUDY of jdbc:h2");
    }
    List<Row> rows =
        studies.stream().skip(query.offset()).limit(query.limit()).map(FewStudies::row).toList();
    return new QueryResult(rows, query.offset() + rows.size() < studies.size(), query.keys());
  }

  private static Row row(IndexedStudy study) {
    return new Row(
        study.studyUid(),
        Optional.empty(),
        Optional.empty(),
        study.attributes(),
        Optional.empty(),
        Optional.empty());
  }
}
