package org.radcanon.terminology.rimag;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The form in which sets of attribute values are compared with what codes mean. */
public interface ValueForm {

  /** Compares sets as they are. */
  ValueForm AS_IT_IS =
      new ValueForm() {
        @Override
        public Set<String> apply(Collection<String> values) {
          return new LinkedHashSet<>(values);
        }

        @Override
        public Set<String> origins(Set<String> values) {
          return values;
        }
      };

  /** The one form of a set. */
  Set<String> apply(Collection<String> values);

  /** A set in this form, with every value that a set may have had before it was brought into it. */
  Set<String> origins(Set<String> values);
}
