package org.radcanon.terminology.table;

import java.util.ArrayList;
import java.util.List;

/** Collects faults while tables are read. Not for several threads. */
public final class Faults {

  private final List<Fault> found = new ArrayList<>();

  public void add(String file, long line, String reason) {
    found.add(new Fault(file, line, reason));
  }

  public void add(Row row, String reason) {
    add(row.file(), row.line(), reason);
  }

  public List<Fault> list() {
    return List.copyOf(found);
  }

  public boolean any() {
    return !found.isEmpty();
  }

  /**
   * Refuses what was read when anything was wrong with it.
   *
   * @throws TableException with all faults found so far
   */
  public void refuseIfAny() {
    if (any()) {
      throw new TableException(found);
    }
  }
}
