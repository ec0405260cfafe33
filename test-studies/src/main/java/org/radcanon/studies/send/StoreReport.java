package org.radcanon.studies.send;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Store Instances Response (PS3.18 Annex I) in the DICOM JSON model.
 *
 * @param stored SOP Instance UIDs stored without a warning
 * @param warned stored, with a Warning Reason
 * @param failed not stored, with a Failure Reason; those that could not be parsed have no UID
 * @param studyUids of what was stored, from the Retrieve URLs
 */
record StoreReport(
    List<String> stored, List<Problem> warned, List<Problem> failed, Set<String> studyUids) {

  private static final String RETRIEVE_URL = "00081190";
  private static final String WARNING_REASON = "00081196";
  private static final String FAILURE_REASON = "00081197";
  private static final String FAILED_SOP_SEQUENCE = "00081198";
  private static final String REFERENCED_SOP_SEQUENCE = "00081199";
  private static final String OTHER_FAILURES_SEQUENCE = "0008119A";
  private static final String REFERENCED_SOP_INSTANCE_UID = "00081155";
  private static final Pattern STUDY = Pattern.compile("/studies/([0-9.]{1,64})(?:/|$)");

  /**
   * @param sopInstanceUid {@code ?} where the response names none
   * @param reason the status code
   */
  record Problem(String sopInstanceUid, int reason) {}

  int answered() {
    return stored.size() + warned.size() + failed.size();
  }

  /** Reads a response; a JSON array of one data set is taken as that data set. */
  static StoreReport read(InputStream body) {
    try (JsonReader reader = Json.createReader(body)) {
      JsonValue value = reader.readValue();
      JsonValue first =
          value instanceof JsonArray array && array.size() == 1 ? array.get(0) : value;
      if (first instanceof JsonObject object) {
        return of(object);
      }
      throw new StowException("The server answered JSON that is no store response.");
    } catch (JsonException | ClassCastException e) {
      throw new StowException("The server answered something that is no store response.", e);
    }
  }

  private static StoreReport of(JsonObject response) {
    List<String> stored = new ArrayList<>();
    List<Problem> warned = new ArrayList<>();
    List<Problem> failed = new ArrayList<>();
    Set<String> studies = new LinkedHashSet<>();
    for (JsonObject item : DicomJson.items(response, REFERENCED_SOP_SEQUENCE)) {
      String uid = DicomJson.text(item, REFERENCED_SOP_INSTANCE_UID).orElse("?");
      DicomJson.number(item, WARNING_REASON)
          .ifPresentOrElse(reason -> warned.add(new Problem(uid, reason)), () -> stored.add(uid));
      DicomJson.text(item, RETRIEVE_URL).flatMap(StoreReport::study).ifPresent(studies::add);
    }
    DicomJson.text(response, RETRIEVE_URL).flatMap(StoreReport::study).ifPresent(studies::add);
    for (String sequence : List.of(FAILED_SOP_SEQUENCE, OTHER_FAILURES_SEQUENCE)) {
      for (JsonObject item : DicomJson.items(response, sequence)) {
        failed.add(
            new Problem(
                DicomJson.text(item, REFERENCED_SOP_INSTANCE_UID).orElse("?"),
                DicomJson.number(item, FAILURE_REASON).orElse(0)));
      }
    }
    return new StoreReport(stored, warned, failed, studies);
  }

  private static java.util.Optional<String> study(String url) {
    Matcher matcher = STUDY.matcher(url);
    return matcher.find() ? java.util.Optional.of(matcher.group(1)) : java.util.Optional.empty();
  }
}
