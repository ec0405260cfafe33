package org.radcanon.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identifier system of an issuer: Issuer of Patient ID (0010,0021) and Issuer of Accession
 * Number Sequence (0008,0051).
 *
 * <ul>
 *   <li>an OID becomes {@code urn:oid:1.2.3}
 *   <li>an absolute URI stays as it is
 *   <li>any other text, such as {@code St. Mary's}, becomes {@code
 *       urn:radcanon:issuer:St.%20Mary%27s}
 * </ul>
 */
public final class Issuers {
  private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*)){2,}");
  private static final Pattern URI = Pattern.compile("(https?://|urn:[A-Za-z0-9-]+:)[!-~]+");
  private static final String LOCAL = "urn:radcanon:issuer:";

  private Issuers() {}

  /** The system, or none where nobody is named: such an identifier is known by its value only. */
  public static Optional<String> system(Optional<String> issuer) {
    return issuer.flatMap(Texts::clean).map(Issuers::uri);
  }

  private static String uri(String issuer) {
    if (OID.matcher(issuer).matches()) {
      return FhirUris.OID_PREFIX + issuer;
    }
    if (URI.matcher(issuer).matches()) {
      return issuer;
    }
    return LOCAL + URLEncoder.encode(issuer, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
