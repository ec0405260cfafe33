/**
 * The index as FHIR R4: ImagingStudy, Endpoint and Patient as IHE RAD IMR 1.1 wants them.
 *
 * <p>Pure mapping from index records to resources; the server is in the web module.
 */
package org.radcanon.fhir;
