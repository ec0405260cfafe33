package org.radcanon.archive.remote;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.radcanon.archive.InstanceKey;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.Tag;

/**
 * The body of an answer to a store transaction (PS3.18 Annex I), each of its sequences read once.
 *
 * @param stored the items of Referenced SOP Sequence by Referenced SOP Instance UID
 * @param failed those of Failed SOP Sequence likewise
 * @param nameless a failure of something that could not be identified, where only one instance was
 *     sent
 */
record StowReport(
    Map<String, JsonDataSet> stored,
    Map<String, JsonDataSet> failed,
    Optional<JsonDataSet> nameless) {

  static StowReport of(JsonDataSet body, boolean single) {
    return new StowReport(
        byInstance(body, Tag.ReferencedSOPSequence),
        byInstance(body, Tag.FailedSOPSequence),
        single ? body.items(Tag.OtherFailuresSequence).stream().findFirst() : Optional.empty());
  }

  private static Map<String, JsonDataSet> byInstance(JsonDataSet body, int sequence) {
    Map<String, JsonDataSet> items = new HashMap<>();
    for (JsonDataSet item : body.items(sequence)) {
      item.strings(Tag.ReferencedSOPInstanceUID).forEach(uid -> items.putIfAbsent(uid, item));
    }
    return items;
  }

  Optional<JsonDataSet> stored(InstanceKey key) {
    return Optional.ofNullable(stored.get(key.instance()));
  }

  Optional<JsonDataSet> failed(InstanceKey key) {
    return Optional.ofNullable(failed.get(key.instance())).or(() -> nameless);
  }
}
