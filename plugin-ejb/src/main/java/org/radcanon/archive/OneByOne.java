package org.radcanon.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.radcanon.archive.Archive.Content;

/** A delivery to an archive that answers each instance as it comes. */
public final class OneByOne implements Delivery {

  /** Puts one instance; an {@link ArchiveException} says that the archive cannot take it now. */
  @FunctionalInterface
  public interface Put {
    Outcome put(Instance instance, Content content) throws IOException;
  }

  private final Put put;
  private final List<Outcome> outcomes = new ArrayList<>();

  public OneByOne(Put put) {
    this.put = put;
  }

  @Override
  public void add(Instance instance, Content content) throws IOException {
    outcomes.add(answer(instance, content));
  }

  private Outcome answer(Instance instance, Content content) throws IOException {
    try {
      return put.put(instance, content);
    } catch (ArchiveException e) {
      return new Outcome.Unavailable(e);
    }
  }

  @Override
  public List<Outcome> finish() {
    return List.copyOf(outcomes);
  }

  @Override
  public void close() {}
}
