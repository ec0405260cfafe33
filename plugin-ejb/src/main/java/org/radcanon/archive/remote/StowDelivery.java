package org.radcanon.archive.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.radcanon.archive.Archive.Content;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Delivery;
import org.radcanon.archive.Instance;
import org.radcanon.archive.Outcome;

/**
 * Instances on their way by STOW-RS, all in one request as long as none of their contents fails. A
 * request in which one fails is broken off, the instances before it are unavailable (the archive
 * may have them or not), and the next one begins another request.
 *
 * <p>An archive that fails is not asked again: the rest of the delivery is unavailable too, so that
 * a study waits for one time-out, not for one per instance. Contents are called all the same and
 * get {@link ArchiveException} at their first byte.
 */
final class StowDelivery implements Delivery {

  /** Begins a request. */
  interface Door {
    StowRequest begin() throws ArchiveException;
  }

  private final Door door;
  private final List<Outcome> outcomes = new ArrayList<>();
  private StowRequest request;
  private boolean finished;

  StowDelivery(Door door) {
    this.door = door;
  }

  @Override
  public void add(Instance instance, Content content) throws IOException {
    try {
      if (request == null) {
        request = door.begin();
      }
    } catch (ArchiveException e) {
      outcomes.add(Unreachable.hand(content, e));
      return;
    }
    try {
      request.add(instance, content);
    } catch (IOException | RuntimeException | Error e) {
      outcomes.addAll(request.aborted());
      request = null;
      throw e;
    }
  }

  @Override
  public List<Outcome> finish() {
    if (!finished && request != null) {
      outcomes.addAll(request.finish());
      request = null;
    }
    finished = true;
    return List.copyOf(outcomes);
  }

  @Override
  public void close() {
    if (request != null) {
      request.abort();
      request = null;
    }
  }
}
