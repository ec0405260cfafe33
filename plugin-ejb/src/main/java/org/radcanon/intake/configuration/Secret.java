package org.radcanon.intake.configuration;

import java.util.Objects;

/** A password or a token: whoever prints what holds it prints nothing of it. */
public final class Secret {
  private final String value;

  Secret(String value) {
    this.value = Objects.requireNonNull(value);
  }

  public String value() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
