package org.radcanon.web.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;
import org.radcanon.index.StudyIndex;
import org.radcanon.intake.MapDesk;
import org.radcanon.intake.configuration.FhirConfiguration;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.web.fhir.terminology.CodeSystemProvider;
import org.radcanon.web.fhir.terminology.ConceptMapProvider;
import org.radcanon.web.fhir.terminology.TerminologyMode;
import org.radcanon.web.fhir.terminology.TerminologyServices;
import org.radcanon.web.fhir.terminology.ValueSetProvider;

/**
 * The FHIR R4 server. Made at its first request, so that the application starts without it; {@link
 * FhirModel} sees to it that this request does not wait long.
 */
@WebServlet(name = "fhir", urlPatterns = "/fhir/*")
public class FhirServlet extends RestfulServer {
  private static final long serialVersionUID = 1L;

  @Inject private transient Instance<StudyIndex> index;
  @Inject private transient Instance<CanonicalMap> map;
  @Inject private transient Instance<MapDesk> maps;
  @Inject private transient Instance<FhirConfiguration> configuration;

  public FhirServlet() {
    super(FhirContext.forR4Cached());
  }

  @Override
  protected void initialize() {
    FhirConfiguration settings = configuration.get();
    configure(
        new FhirServices(
            index.get(), map.get(), maps.get(), settings.zone(), settings.publicUrl()));
  }

  /** Sets the server up; callable without a container. */
  final void configure(FhirServices services) {
    setServerName("radcanon");
    setServerVersion(Versions.ofThisApplication());
    setImplementationDescription("radcanon: imaging studies with a canonical procedure code");
    setDefaultResponseEncoding(EncodingEnum.JSON);
    setServerAddressStrategy(new PublicAddress(services.publicUrl()));
    TerminologyServices terminology = new TerminologyServices(services.maps());
    registerProviders(
        new ImagingStudyProvider(services),
        new EndpointProvider(services),
        new PatientProvider(services),
        new SearchParameterProvider(getFhirContext()),
        new CodeSystemProvider(terminology),
        new ConceptMapProvider(terminology),
        new ValueSetProvider(terminology));
    registerInterceptor(new Faults());
    registerInterceptor(new Capabilities());
    registerInterceptor(new UnknownTotals());
    registerInterceptor(new TerminologyMode(terminology, Versions.ofThisApplication()));
  }

  /** Says nothing about what the server is made of. */
  @Override
  public void addHeadersToResponse(HttpServletResponse response) {
    // HAPI would add X-Powered-By with its version.
  }
}
