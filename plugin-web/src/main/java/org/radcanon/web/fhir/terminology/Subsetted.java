package org.radcanon.web.fhir.terminology;

import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/** The mark of a resource that is not whole (FHIR R4 search.html#summary). */
final class Subsetted {

  private static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

  private Subsetted() {}

  static <T extends Resource> T mark(T resource) {
    resource.getMeta().addTag(new Coding(SYSTEM, "SUBSETTED", "subsetted"));
    return resource;
  }
}
