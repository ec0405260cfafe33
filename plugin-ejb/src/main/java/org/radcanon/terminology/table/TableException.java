package org.radcanon.terminology.table;

import java.util.List;
import java.util.stream.Collectors;

/** Tables were refused; carries every fault found, so that they can be mended in one go. */
public final class TableException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;

  private final transient List<Fault> faults;

  public TableException(List<Fault> faults) {
    super(message(faults));
    this.faults = List.copyOf(faults);
  }

  public TableException(Fault fault, Throwable cause) {
    super(fault.toString(), cause);
    this.faults = List.of(fault);
  }

  public List<Fault> faults() {
    return faults;
  }

  private static String message(List<Fault> faults) {
    String shown =
        faults.stream().limit(SHOWN).map(Fault::toString).collect(Collectors.joining("\n  "));
    String more = faults.size() > SHOWN ? "\n  and " + (faults.size() - SHOWN) + " more" : "";
    return faults.size() + " fault(s) in the terminology tables:\n  " + shown + more;
  }
}
