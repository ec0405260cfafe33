package org.radcanon.terminology.build;

import java.util.List;

/**
 * A code of a scheme that gets no concept, since something in it was not understood.
 *
 * @param name what the scheme calls it
 * @param terms what was not understood, in the scheme's words
 */
public record Unmapped(String code, String name, List<String> terms) {

  public Unmapped {
    terms = List.copyOf(terms);
  }
}
