package org.radcanon.dimse;

import java.util.List;
import org.radcanon.fuzz.Target;

/** Command sets of others (PS3.7 6.3.1). */
public final class CommandTarget implements Target {

  @Override
  public List<byte[]> seeds() {
    return Recorded.commands();
  }

  @Override
  public boolean takes(byte[] input) {
    try {
      CommandDataSetType.isPresent(input);
      Command.decode(input);
      return true;
    } catch (InvalidPduException | AssociationException refused) {
      return false;
    }
  }
}
