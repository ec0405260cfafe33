package org.radcanon.terminology.text;

import java.util.Collection;
import java.util.Optional;

/** What the reading of texts must know of attribute values. */
public interface ValueTable {

  /**
   * A value.
   *
   * @param attribute its home attribute, as the table {@code values.csv} writes it
   * @param uses how many procedures have it
   */
  record Value(String id, String attribute, String label, String name, int uses) {}

  /** Every value that has a home attribute. */
  Collection<Value> all();

  /** A value by its id. */
  Optional<Value> value(String id);
}
