package org.radcanon.studies.send;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stores files by STOW-RS, one request at a call, and says what was acknowledged. */
public final class StowSender {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final StowClient client;

  /**
   * @param base of the DICOMweb service
   */
  public StowSender(HttpClient http, String base) {
    client = new StowClient(http, Endpoint.of(base), Map.of(), PATIENCE);
  }

  /**
   * What a store response said.
   *
   * @param stored SOP Instance UIDs, with or without a warning
   * @param failed how many were answered as failed, or refused as a whole
   * @param complaint why there was no store response
   */
  public record Answer(Set<String> stored, int failed, Optional<String> complaint) {}

  /** Sends all in one request. A connection that breaks acknowledges nothing. */
  public Answer store(List<Path> files) {
    try {
      StoreReport report = client.store(files.stream().map(Part::of).toList(), size -> {});
      Set<String> stored = new HashSet<>(report.stored());
      report.warned().forEach(problem -> stored.add(problem.sopInstanceUid()));
      return new Answer(stored, report.failed().size(), Optional.empty());
    } catch (StowException e) {
      int refused = e.ofThisRequest() ? files.size() : 0;
      return new Answer(Set.of(), refused, Optional.of(e.getMessage()));
    }
  }
}
