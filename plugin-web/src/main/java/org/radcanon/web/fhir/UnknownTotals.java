package org.radcanon.web.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;

/**
 * Takes {@code Bundle.total} out again where it is not known: HAPI 8.8 fills it with the value of
 * {@code _count}, which is no total.
 */
@Interceptor
public final class UnknownTotals {
  static final String UNKNOWN = "org.radcanon.total-unknown";

  @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
  public void leaveOut(IBaseResource resource) {
    if (resource instanceof Bundle bundle && bundle.hasUserData(UNKNOWN)) {
      bundle.setTotalElement(null);
    }
  }
}
