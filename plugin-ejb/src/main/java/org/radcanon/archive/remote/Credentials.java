package org.radcanon.archive.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.radcanon.archive.ArchiveException;

/** What radcanon proves itself to the archive with. Never shows a secret. */
public final class Credentials {

  private final String kind;
  private final Secret authorization;

  /** Makes the value of Authorization for one request. */
  @FunctionalInterface
  private interface Secret {
    Optional<String> value() throws ArchiveException;
  }

  private Credentials(String kind, Secret authorization) {
    this.kind = kind;
    this.authorization = authorization;
  }

  public static Credentials none() {
    return new Credentials("none", Optional::empty);
  }

  /**
   * Basic authentication in UTF-8 (RFC 7617).
   *
   * @throws IllegalArgumentException when the user has a colon
   */
  public static Credentials basic(String user, String password) {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("the user's name has a colon");
    }
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    Optional<String> value = Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    return new Credentials("basic", () -> value);
  }

  /** A bearer token that does not change (RFC 6750). */
  public static Credentials bearer(String token) {
    Optional<String> value = Optional.of("Bearer " + requireToken(token));
    return new Credentials("bearer", () -> value);
  }

  /** A bearer token that another program keeps fresh in a file; read for every request. */
  public static Credentials bearerFrom(Path file) {
    return new Credentials("bearer from a file", () -> Optional.of("Bearer " + read(file)));
  }

  private static String read(Path file) throws ArchiveException {
    try {
      return requireToken(Files.readString(file).strip());
    } catch (IOException | IllegalArgumentException e) {
      throw new ArchiveException("the file of the archive's token cannot be used", e);
    }
  }

  private static String requireToken(String token) {
    if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException("not a token");
    }
    return token;
  }

  /** The value of the header Authorization. */
  Optional<String> authorization() throws ArchiveException {
    return authorization.value();
  }

  @Override
  public String toString() {
    return kind;
  }
}
