package org.radcanon.web.dicomweb;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.Stored;

/**
 * The Store Instances Response Module (PS3.18 Annex I, Table I.1-1) in the DICOM JSON model. A
 * sequence without items is absent.
 */
final class StowAnswer {
  private static final String REFERENCED_SOP_CLASS_UID = "00081150";
  private static final String REFERENCED_SOP_INSTANCE_UID = "00081155";
  private static final String RETRIEVE_URL = "00081190";
  private static final String WARNING_REASON = "00081196";
  private static final String FAILURE_REASON = "00081197";
  private static final String FAILED_SOP_SEQUENCE = "00081198";
  private static final String REFERENCED_SOP_SEQUENCE = "00081199";
  private static final String OTHER_FAILURES_SEQUENCE = "0008119A";

  /** Coercion of data elements (PS3.18 I.2.1). */
  private static final int COERCED = 0xB000;

  private StowAnswer() {}

  static JsonObject of(StowOutcome outcome, Locations locations) {
    List<Stored> stored = outcome.stored();
    List<Failed> named =
        outcome.failed().stream().filter(f -> f.sopInstance().isPresent()).toList();
    List<Failed> nameless =
        outcome.failed().stream().filter(f -> f.sopInstance().isEmpty()).toList();
    JsonObjectBuilder answer = Json.createObjectBuilder();
    answer.add(RETRIEVE_URL, element("UR", studyOf(stored).map(locations::study)));
    sequence(answer, FAILED_SOP_SEQUENCE, named.stream().map(StowAnswer::item).toList());
    sequence(
        answer, REFERENCED_SOP_SEQUENCE, stored.stream().map(s -> item(s, locations)).toList());
    sequence(
        answer,
        OTHER_FAILURES_SEQUENCE,
        nameless.stream().map(f -> reason(Json.createObjectBuilder(), f)).toList());
    return answer.build();
  }

  /** The study of all that was stored, where it is one. */
  private static Optional<String> studyOf(List<Stored> stored) {
    var studies = stored.stream().map(Stored::study).collect(Collectors.toSet());
    return studies.size() == 1 ? studies.stream().findFirst() : Optional.empty();
  }

  private static JsonObjectBuilder item(Stored s, Locations locations) {
    JsonObjectBuilder item =
        Json.createObjectBuilder()
            .add(REFERENCED_SOP_CLASS_UID, element("UI", Optional.of(s.sopClass())))
            .add(REFERENCED_SOP_INSTANCE_UID, element("UI", Optional.of(s.sopInstance())))
            .add(
                RETRIEVE_URL,
                element(
                    "UR", Optional.of(locations.instance(s.study(), s.series(), s.sopInstance()))));
    if (s.coerced()) {
      item.add(WARNING_REASON, number(COERCED));
    }
    return item;
  }

  private static JsonObjectBuilder item(Failed f) {
    return reason(
        Json.createObjectBuilder()
            .add(REFERENCED_SOP_CLASS_UID, element("UI", f.sopClass()))
            .add(REFERENCED_SOP_INSTANCE_UID, element("UI", f.sopInstance())),
        f);
  }

  private static JsonObjectBuilder reason(JsonObjectBuilder item, Failed f) {
    return item.add(FAILURE_REASON, number(f.reason().status()));
  }

  private static void sequence(
      JsonObjectBuilder answer, String tag, Collection<JsonObjectBuilder> items) {
    if (!items.isEmpty()) {
      JsonArrayBuilder value = Json.createArrayBuilder();
      items.forEach(value::add);
      answer.add(tag, Json.createObjectBuilder().add("vr", "SQ").add("Value", value));
    }
  }

  private static JsonObjectBuilder element(String vr, Optional<String> value) {
    JsonObjectBuilder element = Json.createObjectBuilder().add("vr", vr);
    value.ifPresent(v -> element.add("Value", Json.createArrayBuilder().add(v)));
    return element;
  }

  private static JsonObjectBuilder number(int value) {
    return Json.createObjectBuilder()
        .add("vr", "US")
        .add("Value", Json.createArrayBuilder().add(value));
  }
}
