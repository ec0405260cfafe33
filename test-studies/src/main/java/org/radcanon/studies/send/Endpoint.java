package org.radcanon.studies.send;

import java.net.URI;
import java.util.Locale;

/**
 * A DICOMweb service's base URL; {@code .../studies} is taken as the base before it.
 *
 * @param base without a slash at its end
 */
public record Endpoint(URI base) {

  /**
   * @throws IllegalArgumentException with a sentence, unless it is an http or https URL
   */
  public static Endpoint of(String url) {
    URI uri = parse(url);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "not a http or https URL, such as http://localhost:8080/radcanon/dicomweb: " + url);
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("a DICOMweb base URL has no query: " + url);
    }
    String path = uri.toString().replaceFirst("/+$", "").replaceFirst("/studies$", "");
    return new Endpoint(URI.create(path));
  }

  private static URI parse(String url) {
    try {
      return new URI(url.trim());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalArgumentException("not a URL: " + url, e);
    }
  }

  URI studies() {
    return URI.create(base + "/studies");
  }

  /** QIDO-RS for one study with what the table shows. */
  URI search(String studyUid) {
    return URI.create(
        studies()
            + "?StudyInstanceUID="
            + studyUid
            + "&includefield=00081030&includefield=00081032");
  }

  /** radcanon's own resource beside its DICOMweb base. */
  URI coding(String studyUid) {
    String text = base.toString();
    return URI.create(text.substring(0, text.lastIndexOf('/')) + "/coding/" + studyUid);
  }
}
