package org.radcanon.index;

import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.JsonDataSet;

/**
 * A series (PS3.3 C.7.3.1).
 *
 * @param attributes the series-level attributes, for QIDO-RS
 * @param instances empty where only the series was asked for
 */
public record IndexedSeries(
    String seriesUid,
    String modality,
    Optional<Integer> number,
    Optional<String> description,
    Optional<String> bodyPart,
    Optional<String> laterality,
    Optional<String> date,
    Optional<String> time,
    int instanceCount,
    JsonDataSet attributes,
    List<IndexedInstance> instances) {}
