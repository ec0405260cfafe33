package org.radcanon.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a caller takes, best first (RFC 9110 12.5.1, PS3.18 8.3.3.1 and 8.7.4). No Accept at all is
 * any type, as RFC 9110 has it.
 *
 * @param ranges media ranges with a weight above 0, by falling weight
 */
public record AcceptedTypes(List<Range> ranges) {

  /**
   * @param media the range, {@code *}{@code /*} and {@code type/*} included
   * @param weight its {@code q}
   */
  public record Range(MediaTypeValue media, double weight) {
    public boolean covers(String mediaType) {
      String range = media.type();
      return range.equals("*/*")
          || range.equals(mediaType)
          || (range.endsWith("/*") && mediaType.startsWith(range.substring(0, range.length() - 1)));
    }
  }

  public AcceptedTypes {
    ranges = List.copyOf(ranges);
  }

  /**
   * @param headers the values of all Accept header fields
   * @param parameter the {@code accept} query parameter, which goes before the header
   */
  public static AcceptedTypes of(List<String> headers, Optional<String> parameter) {
    String all = parameter.filter(p -> !p.isBlank()).orElseGet(() -> String.join(",", headers));
    List<Range> ranges = new ArrayList<>();
    for (String member : members(all.isBlank() ? "*/*" : all)) {
      MediaTypeValue media = MediaTypeValue.parse(member);
      double weight = weight(media);
      if (weight > 0) {
        ranges.add(new Range(media, weight));
      }
    }
    ranges.sort(Comparator.comparingDouble(Range::weight).reversed());
    return new AcceptedTypes(ranges);
  }

  /** The first of these types that any range covers, in the order of the caller's preference. */
  public Optional<String> best(String... offered) {
    for (Range range : ranges) {
      for (String type : offered) {
        if (range.covers(type)) {
          return Optional.of(type);
        }
      }
    }
    return Optional.empty();
  }

  private static double weight(MediaTypeValue media) {
    try {
      return media.parameter("q").map(Double::parseDouble).orElse(1.0);
    } catch (NumberFormatException e) {
      return 1.0; // a weight that is none weighs nothing against the type
    }
  }

  /** Splits at commas outside of quotes. */
  private static List<String> members(String list) {
    List<String> members = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        members.add(list.substring(start, i));
        start = i + 1;
      }
    }
    members.add(list.substring(start));
    members.removeIf(String::isBlank);
    return members;
  }
}
