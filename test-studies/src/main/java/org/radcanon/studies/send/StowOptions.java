package org.radcanon.studies.send;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How requests are made. */
final class StowOptions {

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "2",
      description = "Requests at a time; default ${DEFAULT-VALUE}.")
  private int concurrency;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "50",
      description = "Instances per request; default ${DEFAULT-VALUE}.")
  private int batch;

  @Option(
      names = "--header",
      paramLabel = "NAME: VALUE",
      description = "Sent with each request, such as 'Authorization: Bearer ...'; repeatable.")
  private List<String> headers = List.of();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "For one request and its answer; default ${DEFAULT-VALUE}.")
  private int timeout;

  @Option(names = "--insecure", description = "Accept any TLS certificate: for a test server only.")
  private boolean insecure;

  /**
   * @throws IllegalArgumentException when a number is too small
   */
  void check() {
    if (concurrency < 1 || batch < 1 || timeout < 1) {
      throw new IllegalArgumentException("--concurrency, --batch and --timeout are at least 1");
    }
  }

  StowClient client(Endpoint endpoint) {
    return new StowClient(
        Http.client(insecure), endpoint, headerFields(), Duration.ofSeconds(timeout));
  }

  int concurrency() {
    return concurrency;
  }

  int batch() {
    return batch;
  }

  private Map<String, String> headerFields() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("a --header is NAME: VALUE");
      }
      fields.put(header.substring(0, colon).trim(), header.substring(colon + 1).trim());
    }
    return fields;
  }
}
