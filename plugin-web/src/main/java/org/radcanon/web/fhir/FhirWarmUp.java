package org.radcanon.web.fhir;

import ca.uhn.fhir.context.FhirContext;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;

/** Reads the model of FHIR R4 in the background, which takes a second or two. */
@WebListener
public class FhirWarmUp implements ServletContextListener {

  @Resource private ManagedExecutorService executor;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    executor.execute(FhirWarmUp::readModel);
  }

  static void readModel() {
    long begin = System.nanoTime();
    FhirContext context = FhirContext.forR4Cached();
    for (Class<? extends org.hl7.fhir.r4.model.Resource> type :
        java.util.List.of(
            ImagingStudy.class,
            Endpoint.class,
            Patient.class,
            Bundle.class,
            OperationOutcome.class,
            CapabilityStatement.class)) {
      context.getResourceDefinition(type);
    }
    FhirLog.LOG.ready((System.nanoTime() - begin) / 1_000_000);
  }
}
