package org.radcanon.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * An established association as the services see it: messages in, messages out, one after the
 * other. Used by one thread at a time; closing it is allowed from any thread and ends what the
 * other one waits for with an exception.
 */
interface Association extends AutoCloseable {

  AeTitle calling();

  AeTitle called();

  /** The peer's network address for the log, without name look-up. */
  String peer();

  /** The contexts in force, at least one. */
  List<AcceptedContext> contexts();

  /**
   * Waits for the next message's command set. What is left of the data set of the message before is
   * read and thrown away.
   *
   * @return empty when the peer has released the association, which then is answered and closed
   *     (PS3.8 7.2)
   * @throws AssociationException when the peer aborts, violates the protocol, stays silent too
   *     long, or the connection fails; the association is closed then
   */
  Optional<IncomingMessage> next() throws IOException;

  /** Bytes of another message have arrived already: a C-CANCEL may be among them. */
  boolean arrived() throws IOException;

  /**
   * Neither has anything arrived, nor has the connection ended, as far as can be known without
   * sending; takes about a millisecond, unlike {@link #arrived()}.
   */
  boolean isQuiet() throws IOException;

  /** Sends a message without data set. */
  void send(int contextId, byte[] commandSet) throws IOException;

  /**
   * Sends a message with a data set, which is written to the stream that is returned, in fragments
   * no longer than the peer takes; closing the stream ends the message (last fragment, PS3.8 Annex
   * E.2).
   */
  OutputStream sendWithDataSet(int contextId, byte[] commandSet) throws IOException;

  /**
   * Asks the peer for release and waits for its answer, at most the response time-out; then closes.
   */
  void release() throws IOException;

  /** A-ABORT of the service user (PS3.8 7.3.1), then closes; harmless when closed already. */
  void abort();

  /** The same from any thread, without waiting for the peer to close. */
  void end();

  /** Closes; aborts when neither side has released. */
  @Override
  void close();

  /**
   * A message as it comes in (PS3.7 6.3).
   *
   * @param commandSet group 0000, implicit VR little endian, as received
   * @param dataSet the data set's bytes while they arrive; empty at once when the command says
   *     there is none. It throws {@link AssociationException} when the association ends before the
   *     last fragment.
   */
  record IncomingMessage(AcceptedContext context, byte[] commandSet, InputStream dataSet) {}
}
