package org.radcanon.studies.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.radcanon.studies.reader.Comparison;

/** Holds what the archive has against what the modalities wrote down. */
final class Audit {

  private static final int REMARKS = 12;

  private final Map<String, Sample> sent = new HashMap<>();
  private final Set<String> acknowledged;
  private final List<String> remarks = new ArrayList<>();

  Audit(List<Sample> sent, Set<String> acknowledged) {
    sent.forEach(sample -> this.sent.put(sample.uid(), sample));
    this.acknowledged = acknowledged;
  }

  /**
   * The verdict.
   *
   * @param indexed how often QIDO-RS names each SOP Instance UID
   */
  Verdict of(Kept kept, Map<String, Integer> indexed, int setAside, int leftovers)
      throws IOException {
    Map<String, Integer> instances = kept.instances();
    int wrong = 0;
    int strangers = 0;
    for (String uid : instances.keySet()) {
      Sample sample = sent.get(uid);
      if (sample == null) {
        strangers++;
        remark(uid + " was never sent");
      } else {
        wrong += isWrong(sample, kept) ? 1 : 0;
      }
    }
    return new Verdict(
        instances.size() - strangers,
        wrong,
        missing(instances, "is not in the archive"),
        twice(instances, "in the archive") + twice(indexed, "in the index"),
        strangers,
        missing(indexed, "is not in the index"),
        setAside,
        leftovers,
        List.copyOf(remarks));
  }

  private boolean isWrong(Sample sample, Kept kept) throws IOException {
    List<String> differences =
        Comparison.differences(Files.readAllBytes(sample.file()), kept.file(sample));
    if (!differences.isEmpty()) {
      remark(sample.uid() + ": " + String.join(", ", differences));
    }
    return !differences.isEmpty();
  }

  private int missing(Map<String, Integer> counts, String words) {
    int missing = 0;
    for (String uid : acknowledged) {
      if (!counts.containsKey(uid)) {
        missing++;
        remark(uid + " was acknowledged and " + words);
      }
    }
    return missing;
  }

  private int twice(Map<String, Integer> counts, String where) {
    int twice = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > 1) {
        twice++;
        remark(entry.getKey() + " is " + entry.getValue() + " times " + where);
      }
    }
    return twice;
  }

  private void remark(String words) {
    if (remarks.size() < REMARKS) {
      remarks.add(words);
    }
  }
}
