package org.radcanon.terminology.build;

import java.util.List;

/**
 * A scheme's importer: each of its codes either as a set of values or among those not understood.
 * {@link Sources} lists them all.
 */
public interface SchemeSource {

  /** Coding Scheme Designator, as in {@code schemes.csv}. */
  String designator();

  /** The procedures that were understood completely, in the order of their codes. */
  List<SourceProcedure> procedures();

  /** The codes of which a part was not understood, in their order: they get no concept. */
  List<Unmapped> notCanonicalised();

  /** The codes that mean what codes of other schemes mean, whatever those turn out to mean. */
  default List<Equivalent> equivalents() {
    return List.of();
  }
}
