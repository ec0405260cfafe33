package org.radcanon.terminology.build;

import java.util.List;

/** A scheme's importer: its procedures as attribute sets, and the values it brings. */
public interface SchemeSource {

  /** Coding Scheme Designator, as in {@code schemes.csv}. */
  String designator();

  /** The scheme's procedures in the order of their codes. */
  List<SourceProcedure> procedures();

  /** The attribute values that the procedures use, with their broader ones. */
  List<SourceValue> values();
}
