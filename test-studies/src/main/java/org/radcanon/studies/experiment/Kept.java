package org.radcanon.studies.experiment;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.radcanon.studies.peer.Orthanc;
import org.radcanon.studies.peer.WebClient;

/** What the archive has. */
interface Kept {

  /** How often it has each SOP Instance UID. */
  Map<String, Integer> instances() throws IOException;

  /** The file of one, as the archive gives it out. */
  byte[] file(Sample sample) throws IOException;

  /** Orthanc itself, asked without radcanon. */
  static Kept in(Orthanc orthanc) throws IOException {
    Map<String, List<String>> ids = orthanc.instances();
    return new Kept() {
      @Override
      public Map<String, Integer> instances() {
        Map<String, Integer> counts = new HashMap<>();
        ids.forEach((uid, found) -> counts.put(uid, found.size()));
        return counts;
      }

      @Override
      public byte[] file(Sample sample) throws IOException {
        return orthanc.file(ids.get(sample.uid()).get(0));
      }
    };
  }

  /** The embedded archive, which only radcanon can ask. */
  static Kept embedded(WebClient radcanon) {
    return new Kept() {
      @Override
      public Map<String, Integer> instances() throws IOException {
        return indexed(radcanon);
      }

      @Override
      public byte[] file(Sample sample) throws IOException {
        String path =
            "/dicomweb/studies/%s/series/%s/instances/%s"
                .formatted(sample.study(), sample.series(), sample.uid());
        return radcanon.required(path, "application/dicom").body();
      }
    };
  }

  /** How often QIDO-RS names each SOP Instance UID, page by page. */
  static Map<String, Integer> indexed(WebClient radcanon) throws IOException {
    int page = 500;
    Map<String, Integer> counts = new HashMap<>();
    for (int offset = 0; ; offset += page) {
      WebClient.Answer answer =
          radcanon.get(
              "/dicomweb/instances?limit=" + page + "&offset=" + offset, "application/dicom+json");
      if (answer.status() == 204) {
        return counts;
      }
      if (answer.status() != 200) {
        throw new IOException("QIDO-RS answered " + answer.status());
      }
      List<JsonValue> rows = answer.json().asJsonArray();
      for (JsonValue row : rows) {
        counts.merge(uid(row.asJsonObject()), 1, Integer::sum);
      }
      if (rows.size() < page) {
        return counts;
      }
    }
  }

  private static String uid(JsonObject row) {
    return row.getJsonObject("00080018").getJsonArray("Value").getString(0);
  }
}
