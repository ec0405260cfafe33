package org.radcanon.web.dicomweb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcanon.archive.Archive;
import org.radcanon.archive.Delivery;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.Passage;
import org.radcanon.index.IndexedPatient;
import org.radcanon.index.IndexedStudy;
import org.radcanon.index.NewInstance;
import org.radcanon.index.StudyIndex;

/** Instances in memory, with as much of an index as retrieving needs. */
final class FakeArchive implements Archive, StudyIndex {
  private final Map<InstanceKey, byte[]> files = new HashMap<>();
  private final List<InstancePath> paths = new ArrayList<>();
  int open;
  Optional<Passage> passage = Optional.empty();
  boolean ahead;

  FakeArchive with(String study, String series, String instance, String syntax, byte[] file) {
    files.put(new InstanceKey(study, series, instance), file);
    paths.add(new InstancePath(study, series, instance, FakeIntake.CT, syntax));
    return this;
  }

  FakeArchive lost(String study, String series, String instance, String syntax) {
    paths.add(new InstancePath(study, series, instance, FakeIntake.CT, syntax));
    return this;
  }

  @Override
  public Optional<InputStream> retrieve(InstanceKey key) {
    return Optional.ofNullable(files.get(key)).map(Counted::new);
  }

  @Override
  public List<InstancePath> instances(
      String study, Optional<String> series, Optional<String> instance) {
    return paths.stream()
        .filter(p -> p.study().equals(study))
        .filter(p -> series.isEmpty() || series.get().equals(p.series()))
        .filter(p -> instance.isEmpty() || instance.get().equals(p.instance()))
        .toList();
  }

  @Override
  public Delivery begin() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Passage> passage() {
    return passage;
  }

  @Override
  public boolean isAhead(String study) {
    return ahead;
  }

  @Override
  public Optional<String> unavailable() {
    return Optional.empty();
  }

  @Override
  public void record(List<NewInstance> instances) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<IndexedStudy> study(String studyUid) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<IndexedStudy> studyInFull(String studyUid) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<IndexedPatient> patient(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public QueryResult search(Query query) {
    return new QueryResult(List.of(), false, List.of());
  }

  /** Tells whether everything that was opened is closed. */
  private final class Counted extends ByteArrayInputStream {
    Counted(byte[] file) {
      super(file);
      open++;
    }

    @Override
    public void close() throws IOException {
      open--;
      super.close();
    }
  }

  @Override
  public List<String> studiesOf(String patientId, int limit, int offset) {
    return List.of();
  }

  @Override
  public List<String> studiesUpdated(
      Optional<Instant> from, Optional<Instant> until, int limit, int offset) {
    return List.of();
  }
}
