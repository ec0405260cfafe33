package org.radcanon.web.admin;

import java.net.URI;
import java.util.Optional;

/**
 * Where radcanon answers, as the caller sees it.
 *
 * @param context the web context, without a trailing slash
 * @param health WildFly's health endpoint, on its management port
 */
record Doors(String context, String health) {
  private static final int MANAGEMENT_PORT = 9990;

  /**
   * @param dicomWeb {@code radcanon.public-url}, which the DICOMweb root is derived from
   * @param request the base URI of this request
   */
  static Doors of(Optional<URI> dicomWeb, URI request) {
    String context =
        dicomWeb
            .map(u -> u.resolve(".").toString())
            .orElse(request.toString())
            .replaceFirst("/+$", "");
    int port =
        Integer.getInteger("jboss.management.http.port", MANAGEMENT_PORT)
            + Integer.getInteger("jboss.socket.binding.port-offset", 0);
    return new Doors(context, "http://" + request.getHost() + ":" + port + "/health");
  }

  String dicomWeb() {
    return context + "/dicomweb";
  }

  String fhir() {
    return context + "/fhir";
  }
}
