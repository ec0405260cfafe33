package org.radcanon.index;

import java.util.Optional;

/**
 * A patient as the index knows one (PS3.3 C.7.1.1).
 *
 * @param id stable and meaningless outside the index; fit for a FHIR id
 * @param birthDate DA as sent
 * @param sex CS as sent
 */
public record IndexedPatient(
    String id,
    Optional<String> patientId,
    Optional<String> issuer,
    Optional<String> name,
    Optional<String> birthDate,
    Optional<String> sex) {}
