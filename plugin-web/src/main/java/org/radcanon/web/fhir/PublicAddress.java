package org.radcanon.web.fhir;

import ca.uhn.fhir.rest.server.IServerAddressStrategy;
import ca.uhn.fhir.rest.server.IncomingRequestAddressStrategy;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** The FHIR base as clients reach it: below the configured public URL, else as the request says. */
final class PublicAddress implements IServerAddressStrategy {
  private static final String FHIR = "/fhir";

  private final Optional<String> configured;
  private final IServerAddressStrategy incoming = new IncomingRequestAddressStrategy();

  PublicAddress(Optional<URI> publicUrl) {
    this.configured =
        publicUrl.map(URI::toString).map(PublicAddress::withoutSlash).map(u -> u + FHIR);
  }

  @Override
  public String determineServerBase(ServletContext context, HttpServletRequest request) {
    return configured.orElseGet(() -> incoming.determineServerBase(context, request));
  }

  /** URL of the web context that a FHIR base stands in. */
  static String webBase(String fhirBase) {
    String base = withoutSlash(fhirBase);
    return base.endsWith(FHIR) ? base.substring(0, base.length() - FHIR.length()) : base;
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
