package org.radcanon.studies.experiment;

import java.util.List;

/**
 * What was found when all was quiet again.
 *
 * @param inArchive instances of ours that the archive has
 * @param wrong of them with other bytes than sent
 * @param lost acknowledged, and not in the archive
 * @param duplicates in the archive or the index more than once
 * @param strangers in the archive without being whole instances that were sent
 * @param notIndexed acknowledged, and unknown to QIDO-RS
 * @param setAside in the spool for a person to decide
 * @param leftovers files in folders of what is arriving
 * @param remarks the first few findings, in words
 */
record Verdict(
    int inArchive,
    int wrong,
    int lost,
    int duplicates,
    int strangers,
    int notIndexed,
    int setAside,
    int leftovers,
    List<String> remarks) {

  boolean isClean() {
    return wrong + lost + duplicates + strangers + notIndexed + setAside + leftovers == 0;
  }
}
