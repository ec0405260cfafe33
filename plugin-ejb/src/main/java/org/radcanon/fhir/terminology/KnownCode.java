package org.radcanon.fhir.terminology;

import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;

/**
 * A code that the map knows.
 *
 * @param concept what it means; for a retired concept's own code the retired one
 * @param display what its scheme calls it
 * @param inactive our own code, retired; another scheme's, superseded there
 */
public record KnownCode(
    CodingScheme scheme, Code code, Concept concept, String display, boolean inactive) {}
