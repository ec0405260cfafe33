package org.radcanon.intake;

import org.radcanon.enrichment.Decision;
import org.radcanon.index.NewInstance;
import org.radcanon.terminology.ProcedureEvidence;

/**
 * An instance that was handed to the archive and waits for its answer.
 *
 * @param place among the results of its batch
 * @param entry what the index will be told
 * @param decision without its patch, which is written by now
 * @param coerced the patch changed the instance
 */
record Underway(
    int place,
    InstanceHead head,
    NewInstance entry,
    ProcedureEvidence evidence,
    Decision decision,
    boolean coerced) {

  String study() {
    return head.key().study();
  }
}
