package org.radcanon.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.JsonDataSet;

/** What is in the archive, to be filled by intake and asked by every query. */
public interface StudyIndex {

  /**
   * Records instances of one study that the archive has, all in one transaction. The same instance
   * again changes nothing but what differs.
   *
   * @throws IllegalArgumentException when they are of several studies
   * @throws RuntimeException when the database fails; none of them is recorded then
   */
  void record(List<NewInstance> instances);

  Optional<IndexedStudy> study(String studyUid);

  /** The study with its series and their instances. */
  Optional<IndexedStudy> studyInFull(String studyUid);

  /** Keys of the instances of a study, a series (or one instance), in stable order. */
  List<InstancePath> instances(
      String studyUid, Optional<String> seriesUid, Optional<String> instanceUid);

  Optional<IndexedPatient> patient(String id);

  /**
   * Study Instance UIDs of a patient, in stable order.
   *
   * @param patientId the index's own, as {@link IndexedPatient#id()} has it
   */
  List<String> studiesOf(String patientId, int limit, int offset);

  /**
   * Study Instance UIDs of the studies that last changed in a period, the oldest change first.
   *
   * @param from first instant of the period; empty for no bound
   * @param until first instant after it; empty for no bound
   */
  List<String> studiesUpdated(
      Optional<Instant> from, Optional<Instant> until, int limit, int offset);

  /**
   * QIDO-RS matching (PS3.4 C.2.2.2, PS3.18 8.3.4, 10.6).
   *
   * @throws QueryException when the value of a known key is not one of its kind, or the offset of a
   *     query by code is beyond 100,000
   */
  QueryResult search(Query query);

  /** The whole path of an instance. */
  record InstancePath(
      String study, String series, String instance, String sopClass, String transferSyntax) {}

  /** What a query is about (PS3.18 Table 10.6.1-1). */
  enum Level {
    STUDY,
    SERIES,
    INSTANCE
  }

  /**
   * @param studyUid from the path of the URL, where it names one
   * @param seriesUid likewise
   * @param keys all must match (PS3.4 C.2.2.2)
   * @param limit rows at most
   * @param offset rows to pass over, in the index's stable order
   */
  record Query(
      Level level,
      Optional<String> studyUid,
      Optional<String> seriesUid,
      List<Key> keys,
      int limit,
      int offset) {
    public Query {
      keys = List.copyOf(keys);
    }
  }

  /**
   * One matching key.
   *
   * @param path tags from the outermost sequence to the attribute: {@code [0020000D]} or {@code
   *     [00081032, 00080100]}
   * @param value as sent: exact, wild card, range or list as its VR allows
   */
  record Key(List<Integer> path, String value) {
    public Key {
      path = List.copyOf(path);
    }
  }

  /**
   * @param rows in stable order; each has the attributes of its level and of the levels above
   * @param more there are rows past the limit
   * @param unsupported keys that the index does not match by; they were ignored
   */
  record QueryResult(List<Row> rows, boolean more, List<Key> unsupported) {}

  /**
   * One match.
   *
   * @param seriesUid from SERIES level on
   * @param instanceUid at INSTANCE level
   * @param study attributes of the study and its patient, computed ones included
   */
  record Row(
      String studyUid,
      Optional<String> seriesUid,
      Optional<String> instanceUid,
      JsonDataSet study,
      Optional<JsonDataSet> series,
      Optional<JsonDataSet> instance) {}
}
