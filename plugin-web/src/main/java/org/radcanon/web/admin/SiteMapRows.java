package org.radcanon.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.ProcedureEvidence.SourcedCode;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.site.SiteMapRow;

/**
 * Lines of the site map as callers write them.
 *
 * <pre>
 * {"text": "CT SCHAEDEL NATIV", "modality": "CT", "institution": "...", "station": "...",
 *  "aeTitle": "...", "target": {"value": "RPID22", "scheme": "RADLEX"}}
 * {"code": {"value": "CTSCH", "scheme": "99LOCAL"}, "target": {...}}
 * </pre>
 */
final class SiteMapRows {
  private static final String CODE = "code";
  private static final String TEXT = "text";
  private static final Set<String> KINDS = Set.of(CODE, TEXT);
  private static final String[] NOTHING = {};

  /** Keywords of texts that say what the whole study is. */
  private static final Set<String> OF_STUDY =
      Set.of("StudyDescription", "RequestedProcedureDescription");

  private static final Set<String> MEMBERS =
      Set.of("code", "text", "modality", "institution", "station", "aeTitle", "target", "reason");

  private SiteMapRows() {}

  /**
   * @throws JsonException when it is not one JSON object
   * @throws BadRequestException when members are missing, unknown, or not what they should be
   */
  static SiteMapRow ofJson(byte[] body) {
    JsonObject json = Json.createReader(new ByteArrayInputStream(body)).readObject();
    if (!MEMBERS.containsAll(json.keySet())) {
      throw new BadRequestException("A line has the members " + MEMBERS + " only.");
    }
    return new SiteMapRow(
        Optional.ofNullable(json.get("code")).map(c -> code(c, "code")),
        string(json, "text"),
        string(json, "modality"),
        new Origin(string(json, "institution"), string(json, "station"), string(json, "aeTitle")),
        code(json.get("target"), "target"),
        string(json, "reason").orElse(""));
  }

  /**
   * The form of a case: {@code match} is {@code text<TAB>source<TAB>the text} or {@code
   * code<TAB>scheme<TAB>value}; a code written by hand goes before the chosen candidate. A text
   * that describes less than the study counts only where it stands, as the same words elsewhere may
   * mean something else.
   *
   * @throws BadRequestException when it is not filled in
   */
  static SiteMapRow ofForm(MultivaluedMap<String, String> form) {
    String[] match = form.containsKey("match") ? form.getFirst("match").split("\t", 3) : NOTHING;
    if (match.length < 3 || !KINDS.contains(match[0])) {
      throw new BadRequestException("Choose what the line is to match.");
    }
    boolean byCode = match[0].equals(CODE);
    String keyword = match[1].substring(match[1].lastIndexOf('.') + 1);
    boolean anywhere = byCode || OF_STUDY.contains(keyword);
    return new SiteMapRow(
        byCode ? Optional.of(code(match[2], match[1])) : Optional.empty(),
        byCode ? Optional.empty() : Optional.of(match[2]),
        anywhere ? Optional.empty() : Optional.of(keyword),
        field(form, "modality"),
        new Origin(field(form, "institution"), field(form, "station"), field(form, "aeTitle")),
        target(form),
        "decided on the page of cases");
  }

  /** The value of {@code match} for a local code. */
  static String match(SourcedCode code) {
    return String.join("\t", CODE, code.code().scheme(), code.code().value());
  }

  /** The value of {@code match} for a text. */
  static String match(SourcedText text) {
    return String.join("\t", TEXT, text.source(), text.text());
  }

  private static Code target(MultivaluedMap<String, String> form) {
    return field(form, "value")
        .map(value -> code(value, field(form, "scheme").orElse("")))
        .or(() -> field(form, "candidate").map(c -> code(c, CanonicalMap.CONCEPT_SCHEME)))
        .orElseThrow(() -> new BadRequestException("Choose the procedure that is meant."));
  }

  private static Optional<String> field(MultivaluedMap<String, String> form, String name) {
    return Optional.ofNullable(form.getFirst(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static Optional<String> string(JsonObject json, String member) {
    JsonValue value = json.get(member);
    if (value == null || value == JsonValue.NULL) {
      return Optional.empty();
    }
    if (value instanceof JsonString s) {
      return Optional.of(s.getString().strip()).filter(v -> !v.isEmpty());
    }
    throw new BadRequestException(member + " must be a string.");
  }

  private static Code code(JsonValue json, String member) {
    if (json instanceof JsonObject object) {
      return code(string(object, "value").orElse(""), string(object, "scheme").orElse(""));
    }
    throw new BadRequestException(member + " must be an object with value and scheme.");
  }

  private static Code code(String value, String scheme) {
    if (value.isBlank() || scheme.isBlank()) {
      throw new BadRequestException("A code needs a value and a scheme.");
    }
    return new Code(value.strip(), scheme.strip(), "");
  }
}
