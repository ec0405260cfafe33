package org.radcanon.web.dicomweb;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which header fields go through to the archive, and which come back. */
final class PassedHeaders {

  /** What is asked for, in which form, and whether it has changed (RFC 9110 12 to 14). */
  private static final Set<String> ASKING =
      Set.of(
          "accept",
          "accept-charset",
          "accept-encoding",
          "accept-language",
          "cache-control",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "if-unmodified-since",
          "pragma",
          "range");

  /** RFC 9110 7.6.3: a gateway says that it passed the request on. */
  private static final String VIA = "1.1 radcanon";

  /**
   * What speaks of the archive's connection or site and not of the resource. An archive that lets
   * any web page read its answers has not decided that for radcanon's.
   */
  private static final Set<String> OF_THE_ARCHIVE =
      Set.of(
          "alt-svc",
          "authentication-info",
          "clear-site-data",
          "connection",
          "date",
          "keep-alive",
          "server",
          "set-cookie",
          "set-cookie2",
          "strict-transport-security",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "www-authenticate");

  private PassedHeaders() {}

  static Map<String, List<String>> toArchive(MultivaluedMap<String, String> headers) {
    Map<String, List<String>> passed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> {
          if (ASKING.contains(name.toLowerCase(Locale.ROOT))) {
            passed.put(name, List.copyOf(values));
          }
        });
    List<String> via = new ArrayList<>(headers.getOrDefault("Via", List.of()));
    via.add(VIA);
    passed.put("Via", List.copyOf(via));
    return passed;
  }

  static boolean comesBack(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !OF_THE_ARCHIVE.contains(lower)
        && !lower.startsWith(":")
        && !lower.startsWith("proxy-")
        && !lower.startsWith("access-control-");
  }
}
