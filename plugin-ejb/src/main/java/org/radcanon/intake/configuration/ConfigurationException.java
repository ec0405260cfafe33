package org.radcanon.intake.configuration;

import java.util.List;

/** The configuration cannot be used; says everything that is wrong with it. */
public class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  ConfigurationException(List<String> faults) {
    super(
        "radcanon cannot start with this configuration ("
            + faults.size()
            + (faults.size() == 1 ? " fault):" : " faults):")
            + faults.stream().map(f -> "\n  - " + f).reduce("", String::concat));
    this.faults = List.copyOf(faults);
  }

  /** One line a fault, each beginning with its key. */
  public List<String> faults() {
    return faults;
  }
}
