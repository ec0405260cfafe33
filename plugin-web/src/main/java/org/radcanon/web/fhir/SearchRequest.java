package org.radcanon.web.fhir;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcanon.fhir.search.Cursor;

/**
 * What every search has besides its values: the page that is asked for, the parameters that are not
 * known here, and the links of the answer (FHIR R4 Search; HTTP, handling preference).
 */
final class SearchRequest {

  /** Where a page begins; stands in next links only. */
  private static final String PAGE = "_page";

  private static final Pattern COMMON =
      Pattern.compile("_format|_pretty|_summary|_elements|_count|_id|" + PAGE);
  private static final Pattern STRICT = Pattern.compile("(?i)\\bhandling\\s*=\\s*\"?strict\\b");
  private static final int DEFAULT_COUNT = 20;
  private static final int MAX_COUNT = 100;

  private final RequestDetails request;
  private final Pattern known;
  private final int count;
  private final Cursor cursor;

  /**
   * @param known full names of the parameters that the search understands, modifiers and chains
   *     included, besides the common ones
   * @param count {@code _count}
   * @throws InvalidRequestException when the client wants to be told of parameters that are not
   *     known, or when a value of the paging cannot be
   */
  SearchRequest(RequestDetails request, String known, Integer count) {
    this.request = request;
    this.known = Pattern.compile(known);
    if (count != null && count < 0) {
      throw new InvalidRequestException("_count must not be negative");
    }
    this.count = count == null ? DEFAULT_COUNT : Math.min(count, MAX_COUNT);
    this.cursor = Optional.ofNullable(first(PAGE)).map(Cursor::parse).orElse(Cursor.START);
    if (isStrict() && !ignored().isEmpty()) {
      throw new InvalidRequestException(
          "not supported: " + String.join(", ", ignored()) + " (handling=strict)");
    }
  }

  int count() {
    return count;
  }

  Cursor cursor() {
    return cursor;
  }

  String base() {
    return request.getFhirServerBase();
  }

  /** Names of the parameters that were not used, since they are not supported. */
  List<String> ignored() {
    return request.getParameters().keySet().stream().filter(n -> !isKnown(n)).sorted().toList();
  }

  /** The search as it was understood: unused parameters are left out. */
  String selfLink() {
    return link(request.getParameters().entrySet().stream().flatMap(SearchRequest::pairs));
  }

  /** The same search from another page on. */
  String linkTo(Cursor page) {
    Stream<String[]> others =
        request.getParameters().entrySet().stream()
            .filter(parameter -> !parameter.getKey().equals(PAGE))
            .flatMap(SearchRequest::pairs);
    return link(Stream.concat(others, Stream.<String[]>of(new String[] {PAGE, page.toString()})));
  }

  private String link(Stream<String[]> pairs) {
    String query =
        pairs
            .filter(pair -> isKnown(pair[0]))
            .map(pair -> encode(pair[0]) + "=" + encode(pair[1]))
            .collect(Collectors.joining("&"));
    return base() + "/" + request.getResourceName() + (query.isEmpty() ? "" : "?" + query);
  }

  private static Stream<String[]> pairs(java.util.Map.Entry<String, String[]> parameter) {
    return Stream.of(parameter.getValue()).map(value -> new String[] {parameter.getKey(), value});
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private boolean isKnown(String name) {
    return COMMON.matcher(name).matches() || known.matcher(name).matches();
  }

  private boolean isStrict() {
    List<String> prefer = request.getHeaders("Prefer");
    return prefer != null && prefer.stream().anyMatch(p -> STRICT.matcher(p).find());
  }

  private String first(String name) {
    String[] values = request.getParameters().get(name);
    return values == null || values.length == 0 ? null : values[0];
  }
}
