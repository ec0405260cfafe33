/**
 * The FHIR R4 door, {@code /radcanon/fhir}: ImagingStudy, Endpoint and Patient to read and search,
 * by HAPI FHIR's plain server over the index (IHE RAD IMR 1.1, RAD TF-2: 4.143 for the way of
 * searching).
 *
 * <p>HTTP in, calls to {@code org.radcanon.fhir} and {@code org.radcanon.index}, HTTP out. Decides
 * nothing about codes, keeps nothing between two requests.
 *
 * <p>Start reading at {@link org.radcanon.web.fhir.FhirServlet}.
 */
package org.radcanon.web.fhir;
