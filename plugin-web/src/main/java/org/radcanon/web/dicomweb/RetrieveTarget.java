package org.radcanon.web.dicomweb;

import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a URL below a study names (PS3.18 Tables 10.4.1-1 to 10.4.1-6).
 *
 * <pre>
 * path = "studies/" study [ "/series/" series [ "/instances/" instance ] ] [ "/" rest ]
 * </pre>
 *
 * @param path as the URL had it, without slashes at its ends
 */
record RetrieveTarget(
    String path, String study, Optional<String> series, Optional<String> instance, Kind kind) {

  enum Kind {
    /** QIDO-RS: {@code series} or {@code instances} with nothing behind. */
    SEARCH,
    INSTANCES,
    METADATA,
    /** As radcanon's own metadata names it. */
    BULK_DATA,
    /** Rendered, thumbnail, frames, an archive's own bulk data, and what is yet to come. */
    OTHER
  }

  /**
   * Empty, a dot, two dots, each with parameters or without, or with an encoded slash, backslash or
   * control character.
   */
  private static final Pattern DECEIVING =
      Pattern.compile(
          "(\\.|%2[eE]){0,2}((;|%3[bB]).*)?|.*(%2[fF]|%5[cC]|%[01][0-9a-fA-F]|%7[fF]|\\\\).*");

  /**
   * @param rawPath below the service's root, undecoded
   * @return empty when it names no study
   * @throws BadRequestException when a UID is none, or when a segment could lead an archive's
   *     server to another resource than it names here
   */
  static Optional<RetrieveTarget> of(String rawPath) {
    String path = rawPath.replaceAll("^/+|/+$", "");
    List<String> segments = List.of(path.split("/", -1));
    if (segments.size() < 2 || !segments.get(0).equals("studies")) {
      return Optional.empty();
    }
    if (segments.stream().anyMatch(DECEIVING.asMatchPredicate())) {
      throw new BadRequestException("The path holds a segment that is not passed on.");
    }
    int end = 2;
    Optional<String> series = uid(segments, end, "series");
    end += series.isPresent() ? 2 : 0;
    Optional<String> instance =
        series.isPresent() ? uid(segments, end, "instances") : Optional.empty();
    end += instance.isPresent() ? 2 : 0;
    return Optional.of(
        new RetrieveTarget(
            path,
            UidParam.require(segments.get(1)),
            series,
            instance,
            kind(segments.subList(end, segments.size()), series, instance)));
  }

  /** A UID behind its keyword. */
  private static Optional<String> uid(List<String> segments, int at, String keyword) {
    return segments.size() > at + 1 && segments.get(at).equals(keyword)
        ? Optional.of(UidParam.require(segments.get(at + 1)))
        : Optional.empty();
  }

  private static Kind kind(List<String> rest, Optional<String> series, Optional<String> instance) {
    if (rest.isEmpty()) {
      return Kind.INSTANCES;
    }
    if (rest.equals(List.of("metadata"))) {
      return Kind.METADATA;
    }
    if ((rest.equals(List.of("series")) && series.isEmpty())
        || (rest.equals(List.of("instances")) && instance.isEmpty())) {
      return Kind.SEARCH;
    }
    return rest.get(0).equals("bulkdata") && instance.isPresent() ? Kind.BULK_DATA : Kind.OTHER;
  }
}
