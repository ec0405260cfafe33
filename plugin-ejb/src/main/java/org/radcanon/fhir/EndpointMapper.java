package org.radcanon.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Endpoint;

/** Where a study is retrieved: its WADO-RS URL as an IMR Imaging Study Endpoint. */
final class EndpointMapper {
  private EndpointMapper() {}

  /**
   * @param webBase URL of the web context, without a slash at its end
   */
  static Endpoint endpoint(String studyUid, String webBase) {
    Endpoint endpoint = new Endpoint();
    endpoint.setId(studyUid);
    endpoint.getMeta().addProfile(FhirUris.IMR_ENDPOINT);
    endpoint.setStatus(Endpoint.EndpointStatus.ACTIVE);
    endpoint.setConnectionType(
        new Coding(FhirUris.CONNECTION_TYPE, "dicom-wado-rs", "DICOM WADO-RS"));
    endpoint.addPayloadType(new CodeableConcept(new Coding(FhirUris.DCM, "113014", "Study")));
    endpoint.addPayloadMimeType("application/dicom");
    endpoint.setAddress(webBase + "/dicomweb/studies/" + studyUid);
    return endpoint;
  }
}
