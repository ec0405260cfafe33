package org.radcanon.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.radcanon.dicom.JsonDataSet;

/**
 * A study with what is computed over its instances.
 *
 * @param date Study Date (0008,0020) as sent
 * @param time Study Time (0008,0030) as sent
 * @param modalities of all series, derived ones included (Modalities in Study (0008,0061))
 * @param sopClasses SOP Classes in Study (0008,0062)
 * @param attributes the study-level and patient-level attributes, for QIDO-RS
 * @param coding the code in force
 * @param updated when an instance or the coding last changed
 */
public record IndexedStudy(
    String studyUid,
    IndexedPatient patient,
    Optional<String> date,
    Optional<String> time,
    Optional<String> timezoneOffset,
    Optional<String> accessionNumber,
    Optional<String> accessionIssuer,
    Optional<String> description,
    Optional<String> referringPhysician,
    SortedSet<String> modalities,
    SortedSet<String> sopClasses,
    int seriesCount,
    int instanceCount,
    JsonDataSet attributes,
    Optional<CodingRecord> coding,
    List<IndexedSeries> series,
    Instant updated) {}
