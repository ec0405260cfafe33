package org.radcanon.studies;

import java.util.List;

/** A made study: its UID, what it says about itself, and its instances. */
public record Study(String studyInstanceUid, Procedure procedure, List<Instance> instances) {

  public Study {
    instances = List.copyOf(instances);
  }

  /** Study Description (0008,1030). */
  public String description() {
    return procedure.description();
  }

  public Instance first() {
    return instances.get(0);
  }
}
