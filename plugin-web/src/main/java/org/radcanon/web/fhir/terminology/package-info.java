/**
 * FHIR terminology service on the canonical map (FHIR R4 terminology-service.html): CodeSystem,
 * ConceptMap and ValueSet with their operations. Turns parameters into calls and answers into
 * resources; what a code means is decided in {@code terminology}.
 */
package org.radcanon.web.fhir.terminology;
