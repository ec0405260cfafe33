package org.radcanon.archive.remote;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Headers that an intermediary hands on (RFC 9110 7.6.1). */
final class EndToEnd {

  /** Of the connection, of the message's framing, or of whoever stands at either end of it. */
  private static final Set<String> OURS =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "expect",
          "host",
          "authorization",
          "cookie",
          "set-cookie");

  private EndToEnd() {}

  /** Names without regard to case, as they were written. */
  static Map<String, List<String>> of(Map<String, List<String>> headers) {
    Set<String> dropped =
        Stream.concat(OURS.stream(), connectionOptions(headers)).collect(Collectors.toSet());
    Map<String, List<String>> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> {
          if (!name.startsWith(":") && !dropped.contains(name.toLowerCase(Locale.ROOT))) {
            kept.put(name, List.copyOf(values));
          }
        });
    return kept;
  }

  private static Stream<String> connectionOptions(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Connection"))
        .flatMap(header -> header.getValue().stream())
        .flatMap(value -> Stream.of(value.split(",")))
        .map(option -> option.strip().toLowerCase(Locale.ROOT));
  }
}
