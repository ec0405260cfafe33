/**
 * The index as FHIR R4: ImagingStudy, Endpoint and Patient as IHE RAD IMR 1.1 wants them.
 *
 * <p>Pure mapping from index records to resources, and from FHIR searches to index queries; the
 * server is in the web module. May use {@code index} and {@code terminology}, and HAPI FHIR.
 *
 * <p>Start reading at {@link org.radcanon.fhir.StudyResources} and {@link
 * org.radcanon.fhir.search.StudySearch}. The profiles stand as StructureDefinitions in {@code
 * org/radcanon/fhir/profiles} of the resources.
 */
package org.radcanon.fhir;
