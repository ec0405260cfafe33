/**
 * The canonical map as FHIR R4 terminology (FHIR R4 Terminology Service): code systems, concept
 * maps and implicit value sets as resources, and what the operations on them answer.
 *
 * <p>Pure mapping from the map to resources; the server is in the web module. Start reading at
 * {@link org.radcanon.fhir.terminology.MapAsFhir}.
 */
package org.radcanon.fhir.terminology;
