package org.radcanon.fhir;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Coding;

/**
 * Modality (0008,0060) as a FHIR coding, and which modalities acquire something (PS3.16 CID 29,
 * with CID 34 for waveforms).
 */
public final class Modalities {
  private record Row(String meaning, boolean acquisition) {}

  private static final Map<String, Row> ROWS =
      Table.read("modalities.tsv", 3, cells -> new Row(cells[1], cells[2].equals("Y")));

  /** The defined term for what has no other (PS3.3 C.7.3.1.1.1). */
  private static final String OTHER = "OT";

  private Modalities() {}

  /** Every modality that DICOM defines. */
  static List<Coding> all() {
    return ROWS.keySet().stream().sorted().map(Modalities::coding).toList();
  }

  static boolean isAcquisition(String modality) {
    return ROWS.containsKey(modality) && ROWS.get(modality).acquisition();
  }

  /**
   * The modality as a coding under DCM; one that DICOM does not define keeps its code but gets no
   * system, because under DCM it would claim a code that does not exist.
   */
  public static Coding coding(String modality) {
    String code = modality.isBlank() ? OTHER : modality.strip();
    Row row = ROWS.get(code);
    return row == null ? new Coding().setCode(code) : new Coding(FhirUris.DCM, code, row.meaning());
  }

  /**
   * What ImagingStudy.modality says of a study (IMR: 1..*, all acquisition modalities of its
   * series). A study in which nothing acquires (only reports, presentation states, segmentations)
   * says what its series are, since the profile wants at least one; one without any says {@code
   * OT}.
   *
   * @param all Modality of every series, in any order
   * @return without repetition, sorted by code
   */
  static List<Coding> ofStudy(Collection<String> all) {
    List<String> known = all.stream().filter(m -> !m.isBlank()).distinct().sorted().toList();
    List<String> acquiring = known.stream().filter(Modalities::isAcquisition).toList();
    List<String> said = acquiring.isEmpty() ? known : acquiring;
    return (said.isEmpty() ? List.of(OTHER) : said).stream().map(Modalities::coding).toList();
  }
}
