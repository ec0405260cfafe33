package org.radcanon.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import org.radcanon.index.CodingRecord;
import org.radcanon.index.CodingStore.CaseRecord;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;

/** Cases and codings as JSON; what is absent is left out. */
record CaseJson(CanonicalMap map) {

  JsonObjectBuilder of(CaseRecord record) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", record.id())
            .add("study", record.what().studyUid())
            .add("kind", record.what().kind().name())
            .add("reason", record.what().reason())
            .add("opened", record.opened().toString());
    record.closed().ifPresent(when -> json.add("closed", when.toString()));
    record.how().ifPresent(how -> json.add("how", how));
    json.add("explanation", strings(record.what().lines()))
        .add("evidence", evidence(record.what().evidence()));
    JsonArrayBuilder candidates = Json.createArrayBuilder();
    record.what().candidates().forEach(c -> candidates.add(concept(c)));
    json.add("candidates", candidates);
    record.what().proposed().ifPresent(p -> json.add("proposed", coding(p)));
    return json;
  }

  /** A code in force, or proposed, with the concept's codes in every scheme. */
  JsonObjectBuilder coding(CodingRecord coding) {
    JsonArrayBuilder codes = Json.createArrayBuilder();
    map.concept(coding.concept()).stream()
        .flatMap(c -> c.codes().values().stream())
        .flatMap(List::stream)
        .forEach(code -> codes.add(code(code)));
    return concept(coding.concept())
        .add("basis", coding.basis().name())
        .add("confidence", coding.confidence())
        .add("evidence", strings(coding.evidence()))
        .add("codes", codes);
  }

  private JsonObjectBuilder concept(String code) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("concept", code);
    map.concept(code).map(Concept::name).ifPresent(name -> json.add("name", name));
    return json;
  }

  private static JsonObjectBuilder code(Code code) {
    return Json.createObjectBuilder()
        .add("value", code.value())
        .add("scheme", code.scheme())
        .add("meaning", code.meaning());
  }

  private static JsonObjectBuilder evidence(ProcedureEvidence evidence) {
    JsonArrayBuilder codes = Json.createArrayBuilder();
    evidence.codes().forEach(c -> codes.add(code(c.code()).add("source", c.source())));
    return Json.createObjectBuilder()
        .add("codes", codes)
        .add("texts", texts(evidence.texts()))
        .add("modalities", strings(evidence.modalities().stream().sorted().toList()))
        .add("hints", texts(evidence.hints()))
        .add("origin", origin(evidence.origin()));
  }

  private static JsonObjectBuilder origin(Origin origin) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    origin.institution().ifPresent(v -> json.add("institution", v));
    origin.station().ifPresent(v -> json.add("station", v));
    origin.aeTitle().ifPresent(v -> json.add("aeTitle", v));
    return json;
  }

  private static JsonArrayBuilder texts(List<SourcedText> texts) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    texts.forEach(
        t -> json.add(Json.createObjectBuilder().add("source", t.source()).add("text", t.text())));
    return json;
  }

  private static JsonArrayBuilder strings(Collection<String> strings) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    strings.forEach(json::add);
    return json;
  }
}
