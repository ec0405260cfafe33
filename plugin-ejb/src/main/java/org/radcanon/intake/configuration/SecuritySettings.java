package org.radcanon.intake.configuration;

/**
 * Who may come in.
 *
 * @param openWithoutAuthentication {@code radcanon.security.open-without-authentication}: answer
 *     callers that are not on this machine although nobody has to log in; default false, so that
 *     every door serves loopback only
 */
public record SecuritySettings(boolean openWithoutAuthentication) {}
