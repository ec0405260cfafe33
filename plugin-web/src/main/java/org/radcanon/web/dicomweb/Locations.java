package org.radcanon.web.dicomweb;

import java.net.URI;
import java.util.Optional;

/**
 * The URLs of resources as callers see them (PS3.18 10.4.1), without a trailing slash.
 *
 * @param service root of the DICOMweb service
 */
record Locations(String service) {

  static Locations of(Optional<URI> publicUrl, URI requestBase) {
    return new Locations(publicUrl.orElse(requestBase).toString().replaceFirst("/+$", ""));
  }

  String study(String study) {
    return service + "/studies/" + study;
  }

  String series(String study, String series) {
    return study(study) + "/series/" + series;
  }

  String instance(String study, String series, String instance) {
    return series(study, series) + "/instances/" + instance;
  }
}
