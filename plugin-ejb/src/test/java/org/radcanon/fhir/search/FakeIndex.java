package org.radcanon.fhir.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.radcanon.index.IndexedPatient;
import org.radcanon.index.IndexedStudy;
import org.radcanon.index.NewInstance;
import org.radcanon.index.StudyIndex;

/**
 * Studies in a list. Matches by no key at all, as an index is free to do, and remembers what it was
 * asked.
 */
final class FakeIndex implements StudyIndex {
  private final List<IndexedStudy> studies;
  final List<Query> asked = new ArrayList<>();

  FakeIndex(IndexedStudy... studies) {
    this.studies = List.of(studies);
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
    asked.add(query);
    List<Row> rows =
        studies.stream().skip(query.offset()).limit(query.limit()).map(FakeIndex::row).toList();
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
