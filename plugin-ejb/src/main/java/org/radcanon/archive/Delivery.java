package org.radcanon.archive;

import java.io.IOException;
import java.util.List;
import org.radcanon.archive.Archive.Content;

/**
 * Instances on their way into an archive, in the order in which they come: the ones of one request
 * or the one of one C-STORE. An archive may answer each as it comes or all of them at the end. Used
 * by one thread.
 */
public interface Delivery extends AutoCloseable {

  /**
   * Hands the next instance over. What goes wrong on the archive's side is no exception but this
   * instance's {@link Outcome}.
   *
   * <p>The content is asked even where the archive has failed before or does not take the
   * instance's kind: its bytes may have another use.
   *
   * <p>When the archive's side fails while the content is being written, the stream throws {@link
   * ArchiveException}; a content may pass that on, or swallow it and go on: the outcome is the
   * same.
   *
   * @throws IOException when the content itself fails (the sender broke off, the data set is
   *     malformed): nothing of this instance stays, it gets no outcome, and those before it are not
   *     harmed
   * @throws RuntimeException likewise
   */
  void add(Instance instance, Content content) throws IOException;

  /**
   * Waits until the archive has answered for every instance handed over.
   *
   * @return one outcome for each {@link #add} that returned, in their order. {@link Outcome.Kept}
   *     means durable: a crash right after does not lose it
   */
  List<Outcome> finish();

  /**
   * Lets go. Instances that {@link #finish} has not answered for may or may not be in the archive.
   */
  @Override
  void close();
}
