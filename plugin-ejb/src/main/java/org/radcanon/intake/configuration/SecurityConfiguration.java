package org.radcanon.intake.configuration;

/**
 * {@code radcanon.security.*}
 *
 * @param openWithoutAuthentication answer callers from other machines though nobody checks who they
 *     are
 */
public record SecurityConfiguration(boolean openWithoutAuthentication) {

  static SecurityConfiguration read(SettingsReader reader) {
    return new SecurityConfiguration(reader.flag("radcanon.security.open-without-authentication"));
  }
}
