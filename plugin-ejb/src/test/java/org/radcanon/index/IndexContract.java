package org.radcanon.index;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.radcanon.dicom.Tag;
import org.radcanon.index.StudyIndex.Key;
import org.radcanon.index.StudyIndex.Level;
import org.radcanon.index.StudyIndex.Query;
import org.radcanon.index.StudyIndex.QueryResult;
import org.radcanon.index.StudyIndex.Row;
import org.radcanon.terminology.Resolution.Basis;

/** An empty index on some database, and short words for what its tests do all the time. */
abstract class IndexContract {
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  static final String EXPLICIT = "1.2.840.10008.1.2.1";

  StudyIndex index;
  CodingStore codings;

  abstract TestDatabase database();

  @BeforeEach
  void start() {
    database().empty();
    open();
  }

  void open() {
    index = onAnotherNode();
    codings =
        new JpaCodingStore(database().entityManager(), new IndexTransactions(database()), clock());
  }

  StudyIndex onAnotherNode() {
    return new JpaStudyIndex(
        database().entityManager(), new IndexTransactions(database()), TestMap::new, clock());
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  void record(Headers... headers) {
    Stream.of(headers)
        .forEach(
            header ->
                index.record(
                    List.of(NewInstance.of(header.read(), EXPLICIT, false, Optional.empty()))));
  }

  void code(String study, String concept) {
    codings.claim(study, new CodingRecord(concept, Basis.CODE, 1, List.of()));
  }

  /** A key by keywords, as in {@code ProcedureCodeSequence.CodeValue}. */
  static Key key(String path, String value) {
    return new Key(
        Stream.of(path.split("\\.")).map(k -> Tag.parse(k).orElseThrow()).toList(), value);
  }

  QueryResult search(Level level, int limit, int offset, Key... keys) {
    return index.search(
        new Query(level, Optional.empty(), Optional.empty(), List.of(keys), limit, offset));
  }

  /** Study UIDs that match, in order. */
  List<String> studies(Key... keys) {
    return search(Level.STUDY, 100, 0, keys).rows().stream().map(Row::studyUid).toList();
  }

  List<String> studies(String path, String value) {
    return studies(key(path, value));
  }

  List<String> series(Key... keys) {
    return search(Level.SERIES, 100, 0, keys).rows().stream()
        .map(row -> row.seriesUid().orElseThrow())
        .toList();
  }

  List<String> instances(Key... keys) {
    return search(Level.INSTANCE, 100, 0, keys).rows().stream()
        .map(row -> row.instanceUid().orElseThrow())
        .toList();
  }
}
