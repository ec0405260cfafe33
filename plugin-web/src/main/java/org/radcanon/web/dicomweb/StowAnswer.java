package org.radcanon.web.dicomweb;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.Stored;

/**
 * The Store Instances Response Module (PS3.18 Annex I, Table I.1-1) in the DICOM JSON model. A
 * sequence without items is absent.
 */
record StowAnswer(Locations locations) {

  JsonDataSet of(StowOutcome outcome) {
    List<Stored> stored = outcome.stored();
    List<Failed> failed = outcome.failed();
    JsonDataSet answer =
        text(JsonDataSet.empty(), Tag.RetrieveURL, VR.UR, studyOf(stored).map(locations::study));
    answer =
        sequence(
            answer,
            Tag.FailedSOPSequence,
            failed.stream().filter(f -> f.sopInstance().isPresent()).map(StowAnswer::named));
    answer = sequence(answer, Tag.ReferencedSOPSequence, stored.stream().map(this::item));
    return sequence(
        answer,
        Tag.OtherFailuresSequence,
        failed.stream()
            .filter(f -> f.sopInstance().isEmpty())
            .map(f -> reason(JsonDataSet.empty(), f)));
  }

  /** The study of all that was stored, where it is one. */
  private static Optional<String> studyOf(List<Stored> stored) {
    var studies = stored.stream().map(Stored::study).collect(Collectors.toSet());
    return studies.size() == 1 ? studies.stream().findFirst() : Optional.empty();
  }

  private JsonDataSet item(Stored s) {
    JsonDataSet item =
        JsonDataSet.empty()
            .with(Tag.ReferencedSOPClassUID, VR.UI, s.sopClass())
            .with(Tag.ReferencedSOPInstanceUID, VR.UI, s.sopInstance())
            .with(
                Tag.RetrieveURL, VR.UR, locations.instance(s.study(), s.series(), s.sopInstance()));
    return s.warning().isPresent()
        ? item.with(Tag.WarningReason, VR.US, s.warning().getAsInt())
        : item;
  }

  private static JsonDataSet named(Failed f) {
    JsonDataSet item = text(JsonDataSet.empty(), Tag.ReferencedSOPClassUID, VR.UI, f.sopClass());
    return reason(text(item, Tag.ReferencedSOPInstanceUID, VR.UI, f.sopInstance()), f);
  }

  private static JsonDataSet reason(JsonDataSet item, Failed f) {
    return item.with(Tag.FailureReason, VR.US, f.status());
  }

  private static JsonDataSet text(JsonDataSet item, int tag, VR vr, Optional<String> value) {
    return value.map(v -> item.with(tag, vr, v)).orElseGet(() -> item.with(tag, vr));
  }

  private static JsonDataSet sequence(JsonDataSet answer, int tag, Stream<JsonDataSet> items) {
    Object[] value = items.toArray();
    return value.length == 0 ? answer : answer.with(tag, VR.SQ, value);
  }
}
