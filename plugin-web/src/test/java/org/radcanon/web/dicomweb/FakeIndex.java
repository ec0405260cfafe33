package org.radcanon.web.dicomweb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.index.IndexedPatient;
import org.radcanon.index.IndexedStudy;
import org.radcanon.index.NewInstance;
import org.radcanon.index.QueryException;
import org.radcanon.index.StudyIndex;

/** An index of some instances, one study each; it remembers the query and matches nothing. */
final class FakeIndex implements StudyIndex {
  private final int size;
  Query asked;

  FakeIndex(int size) {
    this.size = size;
  }

  @Override
  public QueryResult search(Query query) {
    asked = query;
    if (query.keys().stream().anyMatch(k -> k.path().get(0) == Tag.StudyDate)) {
      throw new QueryException("Study Date is not a date.");
    }
    List<Row> rows = new ArrayList<>();
    for (int i = query.offset(); i < size && rows.size() < query.limit(); i++) {
      rows.add(row(query.level(), "1." + i));
    }
    List<Key> unsupported =
        query.keys().stream().filter(k -> Tag.isPrivate(k.path().get(0))).toList();
    return new QueryResult(rows, query.offset() + rows.size() < size, unsupported);
  }

  private static Row row(Level level, String uid) {
    JsonDataSet code = JsonDataSet.empty().with(Tag.CodeValue, VR.SH, "RPID16");
    JsonDataSet study =
        JsonDataSet.empty()
            .with(Tag.StudyInstanceUID, VR.UI, uid)
            .with(Tag.StudyDate, VR.DA)
            .with(Tag.PatientName, VR.PN, "M\u00FCller^Eva")
            .with(Tag.PatientComments, VR.LT, "only with all")
            .with(Tag.ProcedureCodeSequence, VR.SQ, code);
    JsonDataSet series =
        JsonDataSet.empty()
            .with(Tag.SeriesInstanceUID, VR.UI, uid + ".1")
            .with(Tag.Modality, VR.CS, "CT")
            .with(Tag.Laterality, VR.CS, "L");
    JsonDataSet instance =
        JsonDataSet.empty()
            .with(Tag.SOPInstanceUID, VR.UI, uid + ".1.1")
            .with(Tag.Rows, VR.US, 512)
            .with(Tag.ImageComments, VR.LT, "only with all");
    boolean below = level != Level.STUDY;
    boolean lowest = level == Level.INSTANCE;
    return new Row(
        uid,
        below ? Optional.of(uid + ".1") : Optional.empty(),
        lowest ? Optional.of(uid + ".1.1") : Optional.empty(),
        study,
        below ? Optional.of(series) : Optional.empty(),
        lowest ? Optional.of(instance) : Optional.empty());
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
  public List<InstancePath> instances(
      String study, Optional<String> series, Optional<String> instance) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<IndexedPatient> patient(String id) {
    throw new UnsupportedOperationException();
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
