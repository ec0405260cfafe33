package org.radcanon.intake.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code radcanon.archive.dicomweb.*}
 *
 * @param url of all three services
 * @param tokenFile a file that holds the bearer token, read again when it changes
 */
public record DicomWebPeer(
    URI url,
    Optional<String> user,
    Optional<Secret> password,
    Optional<Secret> token,
    Optional<Path> tokenFile) {

  private static final String PREFIX = "radcanon.archive.dicomweb.";

  static Optional<DicomWebPeer> read(SettingsReader reader) {
    Optional<URI> url = reader.optionalHttpUrl(PREFIX + "url");
    Optional<String> user = reader.optionalText(PREFIX + "user");
    Optional<Secret> password = reader.secret(PREFIX + "password");
    Optional<Secret> token = reader.secret(PREFIX + "token");
    Optional<Path> tokenFile = reader.optionalPath(PREFIX + "token-file");
    url.filter(DicomWebPeer::saysMoreThanWhere)
        .ifPresent(
            u ->
                reader.fault(
                    PREFIX + "url", "holds a user, a query or a fragment; a user stands in .user"));
    if (user.isPresent() != password.isPresent()) {
      reader.fault(PREFIX + "user", "user and password are set together or not at all");
    }
    if (user.isPresent() && (token.isPresent() || tokenFile.isPresent())) {
      reader.fault(PREFIX + "token", "the archive gets either a user or a bearer token");
    }
    if (token.isPresent() && tokenFile.isPresent()) {
      reader.fault(PREFIX + "token-file", "the token is either written out or in a file");
    }
    return url.map(u -> new DicomWebPeer(u, user, password, token, tokenFile));
  }

  private static boolean saysMoreThanWhere(URI url) {
    return url.getRawUserInfo() != null
        || url.getRawQuery() != null
        || url.getRawFragment() != null;
  }
}
