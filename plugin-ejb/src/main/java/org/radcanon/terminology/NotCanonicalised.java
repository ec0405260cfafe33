package org.radcanon.terminology;

import java.util.List;

/**
 * A code that got no concept, since something in it was not understood.
 *
 * @param scheme Coding Scheme Designator
 * @param name what the scheme calls it
 * @param terms what was not understood; at least one
 */
public record NotCanonicalised(String scheme, String code, String name, List<String> terms) {

  public NotCanonicalised {
    terms = List.copyOf(terms);
  }
}
