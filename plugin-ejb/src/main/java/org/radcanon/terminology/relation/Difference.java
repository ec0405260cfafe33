package org.radcanon.terminology.relation;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.radcanon.terminology.Attribute;

/**
 * An attribute in which two concepts differ.
 *
 * @param here the values that only the first has
 * @param there the values that only the second has
 */
public record Difference(Attribute attribute, SortedSet<String> here, SortedSet<String> there) {

  public Difference {
    here = Collections.unmodifiableSortedSet(new TreeSet<>(here));
    there = Collections.unmodifiableSortedSet(new TreeSet<>(there));
  }
}
