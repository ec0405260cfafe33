package org.radcanon.studies.experiment;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.radcanon.studies.send.Peer;
import org.radcanon.studies.send.StoreScu;
import org.radcanon.studies.send.StowSender;

/** One way in; says exactly what was acknowledged. */
interface Door {

  /**
   * @param acknowledged UIDs with success or a warning
   * @param refused how many were answered otherwise
   */
  record Answer(Set<String> acknowledged, int refused) {}

  /** Sends once; whatever goes wrong, the answer is what came back before. */
  Answer store(List<Sample> batch) throws InterruptedException;

  /** STOW-RS at the DICOMweb base, one request for the batch. */
  static Door stow(String base) {
    StowSender sender =
        new StowSender(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), base);
    return batch -> {
      StowSender.Answer answer = sender.store(batch.stream().map(Sample::file).toList());
      return new Answer(answer.stored(), answer.failed());
    };
  }

  /** C-STORE to a port of loopback, an association for each transfer syntax of the batch. */
  static Door cstore(int port) {
    StoreScu scu = new StoreScu(new Peer("127.0.0.1", port, "RADCANON", "EXPERIMENT"));
    return batch -> {
      Map<Path, String> uids =
          batch.stream().collect(Collectors.toMap(Sample::file, Sample::uid, (one, same) -> one));
      Map<Path, Integer> statuses = scu.store(batch.stream().map(Sample::file).toList()).statuses();
      return answer(statuses, uids::get);
    };
  }

  private static Answer answer(Map<Path, Integer> statuses, Function<Path, String> uid) {
    Set<String> stored = new HashSet<>();
    statuses.forEach(
        (file, status) -> {
          if (StoreScu.Result.isStored(status)) {
            stored.add(uid.apply(file));
          }
        });
    return new Answer(stored, statuses.size() - stored.size());
  }
}
