package org.radcanon.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteArrayBuffer;

/**
 * A media type with its parameters, quoted or not, names in any letter case (RFC 9110 8.3.1, PS3.18
 * 8.7).
 *
 * @param type such as {@code multipart/related}, in lower case
 * @param parameters by name in lower case; the first of a name counts
 */
public record MediaTypeValue(String type, Map<String, String> parameters) {

  /**
   * Reads a Content-Type or one member of an Accept; never fails, as any text has a type of sorts.
   */
  public static MediaTypeValue parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    RawBody body =
        RawFieldParser.DEFAULT.parseRawBody(
            new ByteArrayBuffer(bytes, true), new ParserCursor(0, bytes.length));
    Map<String, String> parameters = new LinkedHashMap<>();
    for (NameValuePair pair : body.getParams()) {
      if (pair.getValue() != null) {
        parameters.putIfAbsent(pair.getName().toLowerCase(Locale.ROOT), pair.getValue());
      }
    }
    return new MediaTypeValue(body.getValue().strip().toLowerCase(Locale.ROOT), parameters);
  }

  public boolean is(String other) {
    return type.equals(other);
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(v -> !v.isBlank());
  }

  /** A parameter whose value is itself a media type, in lower case, such as {@code type}. */
  public Optional<String> typeParameter(String name) {
    return parameter(name).map(v -> v.strip().toLowerCase(Locale.ROOT));
  }
}
