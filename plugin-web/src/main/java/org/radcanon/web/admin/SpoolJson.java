package org.radcanon.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.spool.SetAside;
import org.radcanon.archive.spool.SpoolState;

/** The spool as JSON; what is absent is left out. Patients are not named in it. */
final class SpoolJson {

  private SpoolJson() {}

  static JsonObject of(Optional<SpoolState> state, List<SetAside> setAside) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("present", state.isPresent());
    state.ifPresent(s -> add(json, s, setAside));
    return json.build();
  }

  private static void add(JsonObjectBuilder json, SpoolState state, List<SetAside> setAside) {
    json.add("waiting", state.waiting()).add("bytes", state.bytes());
    state.oldest().ifPresent(when -> json.add("oldest", when.toString()));
    state
        .down()
        .ifPresent(
            down ->
                json.add(
                    "down",
                    Json.createObjectBuilder()
                        .add("since", down.since().toString())
                        .add("reason", down.reason())
                        .add("nextTry", down.nextTry().toString())));
    JsonArrayBuilder instances = Json.createArrayBuilder();
    setAside.forEach(one -> instances.add(instance(one)));
    json.add(
        "setAside",
        Json.createObjectBuilder().add("count", state.setAside()).add("instances", instances));
  }

  private static JsonObjectBuilder instance(SetAside one) {
    InstanceKey key = one.instance().key();
    return Json.createObjectBuilder()
        .add("sequence", one.sequence())
        .add("study", key.study())
        .add("series", key.series())
        .add("instance", key.instance())
        .add("sopClass", one.instance().sopClass())
        .add("transferSyntax", one.instance().transferSyntax())
        .add("bytes", one.bytes())
        .add("time", one.time().toString())
        .add("attempts", one.attempts())
        .add("reason", one.reason());
  }
}
