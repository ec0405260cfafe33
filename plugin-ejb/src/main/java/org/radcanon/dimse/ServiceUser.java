package org.radcanon.dimse;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.radcanon.dimse.Association.IncomingMessage;
import org.radcanon.dimse.AssociationException.Ending;

/** Verification and Storage as SCU on one association (PS3.4 A, B; PS3.7 9.1), synchronous. */
final class ServiceUser {

  /** What has been idle no longer is not worth the millisecond of a thorough look. */
  static final long JUST_USED = TimeUnit.MILLISECONDS.toNanos(200);

  private final Association association;
  private final Set<Pair> proposed;
  private final Map<Pair, Integer> contexts = new HashMap<>();
  private int lastMessageId;
  private long operations;
  private long idleSince;

  ServiceUser(Association association, Collection<Pair> proposed) {
    this.association = association;
    this.proposed = Set.copyOf(proposed);
    association
        .contexts()
        .forEach(c -> contexts.put(new Pair(c.abstractSyntax(), c.transferSyntax()), c.id()));
  }

  /** The peer has been asked for this pair, whatever it said. */
  boolean hasProposed(Pair pair) {
    return proposed.contains(pair);
  }

  boolean accepts(Pair pair) {
    return contexts.containsKey(pair);
  }

  String peer() {
    return association.peer();
  }

  long operations() {
    return operations;
  }

  long idleSince() {
    return idleSince;
  }

  void idleSince(long nanos) {
    idleSince = nanos;
  }

  /**
   * Nothing has come while nothing was asked: neither a release, nor an abort, nor the connection's
   * end.
   */
  boolean isQuiet() {
    try {
      boolean justUsed = System.nanoTime() - idleSince < JUST_USED;
      return justUsed ? !association.arrived() : association.isQuiet();
    } catch (IOException e) {
      return false;
    }
  }

  /** C-ECHO (PS3.7 9.1.5). */
  Status echo(Pair pair) throws IOException {
    Command.Request request = Command.Request.echo(nextMessageId());
    association.send(contexts.get(pair), request.encode());
    return answer(request);
  }

  /** C-STORE (PS3.7 9.1.1); the content's own failure passes unchanged. */
  Status store(Outgoing instance, DataSetContent content) throws IOException {
    Command.Request request =
        Command.Request.store(
            nextMessageId(), instance.sopClass(), instance.sopInstance(), instance.priority().code);
    OutputStream message =
        association.sendWithDataSet(contexts.get(instance.pair()), request.encode());
    DataSetSink sink = new DataSetSink(message);
    try {
      content.writeTo(sink);
    } catch (IOException | RuntimeException e) {
      requireAssociation(sink, e);
      throw e;
    }
    requireAssociation(sink);
    message.close();
    return answer(request);
  }

  /** An association that failed is the cause of whatever the content made of it. */
  private static void requireAssociation(DataSetSink sink, Exception ofContent)
      throws AssociationException {
    sink.failure()
        .filter(failure -> failure != ofContent)
        .ifPresent(f -> f.addSuppressed(ofContent));
    requireAssociation(sink);
  }

  private static void requireAssociation(DataSetSink sink) throws AssociationException {
    if (sink.failure().isPresent()) {
      throw sink.failure().get();
    }
  }

  private Status answer(Command.Request request) throws IOException {
    IncomingMessage message =
        association
            .next()
            .orElseThrow(
                () -> new AssociationException(Ending.PROTOCOL, "released instead of answering"));
    Command command = Command.decode(message.commandSet());
    if (command instanceof Command.Response response && response.answers(request)) {
      operations++;
      return response.status();
    }
    throw new AssociationException(Ending.PROTOCOL, "not the answer to what was asked");
  }

  private int nextMessageId() {
    lastMessageId = lastMessageId % 0xFFFF + 1;
    return lastMessageId;
  }

  void release() throws IOException {
    association.release();
  }

  /**
   * Answers the peer's release, which came while nothing was asked.
   *
   * @throws AssociationException when it was anything else
   */
  void requireReleased() throws IOException {
    if (association.next().isPresent()) {
      throw new AssociationException(Ending.PROTOCOL, "a message while nothing was asked");
    }
  }

  void abort() {
    association.abort();
  }

  /** From any thread, without waiting for the peer. */
  void end() {
    association.end();
  }

  void close() {
    association.close();
  }
}
