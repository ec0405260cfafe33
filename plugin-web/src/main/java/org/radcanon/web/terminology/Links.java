package org.radcanon.web.terminology;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.radcanon.terminology.Code;

/**
 * Addresses of pages, relative to the page that shows them, so that they hold behind whatever name
 * and path a proxy gives us.
 *
 * @param up the way from the page to {@code map/}: nothing, or some {@code ../}
 */
record Links(String up) {

  /** For the page that answers a request. */
  static Links from(UriInfo request) {
    String path = request.getPath(false).replaceFirst("^/", "");
    return new Links("../".repeat((int) path.chars().filter(c -> c == '/').count()));
  }

  /** The cases, at the context root. */
  String root() {
    return up + "../";
  }

  String page(String path) {
    return up + path;
  }

  String concept(String code) {
    return up + ConceptResource.PATH + "/" + segment(code);
  }

  /** Where a code of any scheme leads: to its concept, or to why it has none. */
  String code(Code code) {
    return code(code.scheme(), code.value());
  }

  String code(String scheme, String value) {
    return up + "codes/" + segment(scheme) + "/" + segment(value);
  }

  String scheme(String designator) {
    return up + SchemeResource.PATH + "/" + segment(designator);
  }

  /**
   * A query without what is empty.
   *
   * @param parameters name, value, name, value
   */
  static String query(String... parameters) {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < parameters.length; i += 2) {
      if (!parameters[i + 1].isEmpty()) {
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(parameters[i])
            .append('=')
            .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
      }
    }
    return query.isEmpty() ? "?" : query.toString();
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
