package org.radcanon.fhir;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;

/**
 * Body Part Examined (0018,0015) and Laterality (0020,0060) as SNOMED CT, as PS3.16 Annex L and CID
 * 244 pair them. A term outside the table has no coding: nothing is guessed.
 */
final class BodySites {
  private static final Map<String, Coding> PARTS =
      Table.read("body-parts.tsv", 3, cells -> new Coding(FhirUris.SNOMED_CT, cells[1], cells[2]));

  private BodySites() {}

  static Optional<Coding> bodyPart(String term) {
    return Optional.ofNullable(PARTS.get(term.strip())).map(Coding::copy);
  }

  /** R, L and B; U (unpaired) is not a side. */
  static Optional<Coding> laterality(String term) {
    return switch (term.strip()) {
      case "R" -> Optional.of(new Coding(FhirUris.SNOMED_CT, "24028007", "Right"));
      case "L" -> Optional.of(new Coding(FhirUris.SNOMED_CT, "7771000", "Left"));
      case "B" -> Optional.of(new Coding(FhirUris.SNOMED_CT, "51440002", "Bilateral"));
      default -> Optional.empty();
    };
  }
}
