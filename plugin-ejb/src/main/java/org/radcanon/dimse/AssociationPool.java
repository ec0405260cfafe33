package org.radcanon.dimse;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.radcanon.dicom.TransferSyntax;
import org.radcanon.dimse.AssociationException.Ending;

/**
 * Stores instances at one peer (PS3.4 B, SCU), over as many associations as calls come at once, but
 * no more than its size. For many threads; each call is served in its own.
 *
 * <p>Associations are kept for the next call until they have been idle for the idle time-out. Each
 * proposes, beside what it was opened for, what was sent lately, so that few of them do.
 */
public final class AssociationPool implements AutoCloseable {

  private static final Pair VERIFICATION =
      new Pair(SopClass.VERIFICATION, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid());

  private static final Status NOT_SUPPORTED =
      Status.of(0x0122, "SOP class not supported in this transfer syntax");

  private final Opener opener;
  private final DimseEvents events;
  private final Duration patience;
  private final int size;
  private final Semaphore turns;
  private final IdleUsers idle;

  /** For one more association open at the peer, until it is closed. */
  private final Semaphore room;

  private final RecentPairs recent = new RecentPairs();
  private final Set<ServiceUser> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  AssociationPool(Opener opener, DimseSettings settings, int size, DimseEvents events) {
    this.opener = opener;
    this.events = events;
    this.patience = settings.response();
    this.size = size;
    this.turns = new Semaphore(size, true);
    this.room = new Semaphore(size);
    this.idle = new IdleUsers(settings, events, room::release);
  }

  /**
   * Opens nothing yet.
   *
   * @param size associations open at once at most
   */
  public static AssociationPool to(
      Peer peer, DimseSettings settings, int size, DimseEvents events) {
    return new AssociationPool(new PeerOpener(peer, settings), settings, size, events);
  }

  /** What is done with an association while it is one's own. */
  @FunctionalInterface
  private interface Operation {
    Status on(ServiceUser user) throws IOException;
  }

  /**
   * C-ECHO (PS3.4 A).
   *
   * @return the peer's status; 0122 when it does not accept Verification
   * @throws AssociationException when no association comes about, or it ends before the answer
   */
  public Status echo() throws IOException {
    return inTurn(patience, this::verify);
  }

  /**
   * The same, unless all associations that there may be stay in use for longer than that.
   *
   * @return empty when they are in use
   */
  public Optional<Status> echoIfFree(Duration within) throws IOException {
    try {
      return Optional.of(inTurn(within, this::verify));
    } catch (AssociationException e) {
      if (e.ending() == Ending.BUSY) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Status verify() throws IOException {
    return onAny(VERIFICATION, user -> user.echo(VERIFICATION), () -> true);
  }

  /**
   * C-STORE of one instance, which is streamed: nothing of it is held.
   *
   * @param content is asked once, and not at all when the peer does not accept the SOP class in
   *     this transfer syntax
   * @return the peer's status, its comment as it came, which may name a patient; 0122 when it does
   *     not accept the SOP class in this transfer syntax
   * @throws AssociationException when no association comes about or free in time, or it ends before
   *     the answer: whether the peer has the instance is unknown then
   * @throws IOException what the content threw, unchanged; the association is aborted, and the peer
   *     has not got the instance
   */
  public Status store(Outgoing instance, DataSetContent content) throws IOException {
    boolean[] begun = new boolean[1];
    DataSetContent once =
        out -> {
          begun[0] = true;
          content.writeTo(out);
        };
    Operation store = user -> user.store(instance, once);
    return inTurn(patience, () -> onAny(instance.pair(), store, () -> !begun[0]));
  }

  /** Waits for one's turn, and passes it on. */
  private Status inTurn(Duration within, Turn turn) throws IOException {
    take(turns, 1, within);
    try {
      return turn.take();
    } finally {
      turns.release();
    }
  }

  @FunctionalInterface
  private interface Turn {
    Status take() throws IOException;
  }

  /**
   * An association that has been idle may have ended without anybody's notice: as long as nothing
   * has been done, a new one is tried.
   */
  private Status onAny(Pair pair, Operation operation, Untouched untouched) throws IOException {
    Optional<ServiceUser> reused = idle.take(user -> user.hasProposed(pair));
    if (reused.isPresent()) {
      recent.use(pair);
      try {
        return on(reused.get(), pair, operation);
      } catch (AssociationException e) {
        if (closed || !untouched.is()) {
          throw e;
        }
      }
    }
    try {
      return on(open(pair), pair, operation);
    } catch (NoContextException e) {
      return NOT_SUPPORTED;
    }
  }

  @FunctionalInterface
  private interface Untouched {
    boolean is();
  }

  private Status on(ServiceUser user, Pair pair, Operation operation) throws IOException {
    if (!user.accepts(pair)) {
      idle.put(user);
      return NOT_SUPPORTED;
    }
    busy.add(user);
    boolean usable = false;
    try {
      requireOpen();
      Status status = operation.on(user);
      usable = true;
      return status;
    } catch (AssociationException e) {
      events.broken(user.peer(), e.ending(), e.getMessage());
      throw e;
    } catch (IOException | RuntimeException e) {
      events.broken(user.peer(), Ending.CLOSED, "what was to be sent could not be read");
      throw e;
    } finally {
      busy.remove(user);
      if (usable) {
        idle.put(user);
      } else {
        user.abort();
        user.close();
        room.release();
      }
    }
  }

  private ServiceUser open(Pair pair) throws IOException {
    makeRoom();
    boolean opened = false;
    try {
      requireOpen();
      List<Pair> proposal = recent.propose(pair);
      ServiceUser user = new ServiceUser(opener.open(proposal), proposal);
      opened = true;
      return user;
    } finally {
      if (!opened) {
        room.release();
      }
    }
  }

  /** Whose turn it is finds room, or makes it, or waits for an idle one that is ending. */
  private void makeRoom() throws AssociationException {
    while (!room.tryAcquire()) {
      if (!idle.endEldest()) {
        take(room, 1, patience);
        return;
      }
    }
  }

  private static void take(Semaphore semaphore, int permits, Duration within)
      throws AssociationException {
    try {
      if (!semaphore.tryAcquire(permits, within.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new AssociationException(Ending.BUSY, "no association has come free");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssociationException(Ending.CLOSED, "interrupted", e);
    }
  }

  private void requireOpen() throws AssociationException {
    if (closed) {
      throw new AssociationException(Ending.CLOSED, "the pool is closed");
    }
  }

  /**
   * Lets calls under way end within the response time-out and aborts what goes on for longer;
   * releases all associations, and aborts those whose peer does not answer soon. Calls from now on
   * fail.
   */
  @Override
  public void close() {
    closed = true;
    try {
      take(turns, size, patience);
      turns.release(size);
    } catch (AssociationException e) {
      busy.forEach(ServiceUser::end);
    }
    idle.close();
    opener.close();
  }
}
