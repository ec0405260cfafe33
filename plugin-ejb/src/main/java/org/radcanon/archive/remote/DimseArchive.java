package org.radcanon.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.radcanon.archive.Archive;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Delivery;
import org.radcanon.archive.InconclusiveException;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.OneByOne;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Change;
import org.radcanon.archive.Outcome.Kept;
import org.radcanon.archive.Outcome.Refused;
import org.radcanon.archive.Outcome.Unavailable;
import org.radcanon.archive.Passage;
import org.radcanon.dimse.AssociationException;
import org.radcanon.dimse.AssociationException.Ending;
import org.radcanon.dimse.AssociationPool;
import org.radcanon.dimse.Outgoing;
import org.radcanon.dimse.Status;

/**
 * An archive that takes instances by C-STORE (PS3.4 B). It is retrieved from by its DICOMweb
 * service, where it has one. Safe for use by many threads.
 *
 * <p>An association that ends before the answer leaves open whether the archive has the instance,
 * as every failure of the connection does.
 */
public final class DimseArchive implements Archive {

  /** How long the question whether it is there waits for an association. */
  private static final Duration TURN = Duration.ofMillis(500);

  private final AssociationPool pool;
  private final Optional<DicomWebArchive> retrieval;
  private final CachedCheck check;

  /**
   * @param pool whoever made it closes it
   * @param retrieval the same archive by DICOMweb; without it nothing can be retrieved
   */
  public DimseArchive(AssociationPool pool, Optional<DicomWebArchive> retrieval, Clock clock) {
    this.pool = pool;
    this.retrieval = retrieval;
    this.check = new CachedCheck(this::echo, clock);
  }

  @Override
  public Delivery begin() {
    return new OneByOne(this::put);
  }

  private Outcome put(Instance instance, Content content) throws IOException {
    OnceAsked asked = new OnceAsked(content);
    Outgoing outgoing =
        new Outgoing(instance.sopClass(), instance.key().instance(), instance.transferSyntax());
    try {
      Outcome outcome = outcome(pool.store(outgoing, asked::writeDataSetTo));
      if (!asked.isAsked()) {
        Unreachable.hand(content, new ArchiveException("the archive does not take its kind"));
      }
      return outcome;
    } catch (AssociationException e) {
      asked.requireWell();
      ArchiveException unavailable = unavailable(e);
      return asked.isAsked()
          ? new Unavailable(unavailable)
          : Unreachable.hand(content, unavailable);
    }
  }

  /** PS3.4 Table B.2-1; the comment stays behind, as it may name a patient. */
  private static Outcome outcome(Status status) {
    if (status.isSuccess()) {
      return Kept.as(Change.TAKEN);
    }
    if (status.isWarning()) {
      return new Kept(Change.TAKEN, OptionalInt.of(status.code()));
    }
    String reason = "the archive answered C-STORE with %04X".formatted(status.code());
    int failure = Statuses.failure(status.code());
    return Statuses.passes(failure)
        ? new Unavailable(new ArchiveException(reason))
        : new Refused(failure, reason);
  }

  static ArchiveException unavailable(AssociationException e) {
    String how =
        switch (e.ending()) {
          case CONNECTION -> "no connection to the archive, or it broke";
          case REJECTED -> "the archive rejects the association";
          case ABORTED_BY_PEER -> "the archive aborted the association";
          case PROTOCOL -> "the archive violates the protocol";
          case TIMEOUT -> "the archive did not answer in time";
          case BUSY -> "no association to the archive has come free";
          case CLOSED -> "the association is closed";
        };
    return e.ending() == Ending.BUSY || e.ending() == Ending.CLOSED
        ? new InconclusiveException(how, e)
        : new ArchiveException(how, e);
  }

  @Override
  public Optional<InputStream> retrieve(InstanceKey key) throws IOException {
    return retrieval.isPresent() ? retrieval.get().retrieve(key) : Optional.empty();
  }

  @Override
  public Optional<Passage> passage() {
    return retrieval.flatMap(Archive::passage);
  }

  @Override
  public Optional<String> unavailable() {
    return check.result();
  }

  /**
   * An archive that does not accept Verification answers with a status all the same; one that is in
   * use on all associations is there.
   */
  private Optional<String> echo() {
    try {
      return pool.echoIfFree(TURN)
          .filter(status -> !status.isSuccess())
          .map(status -> "the archive answered C-ECHO with %04X".formatted(status.code()));
    } catch (AssociationException e) {
      return Optional.of(unavailable(e).getMessage());
    } catch (IOException e) {
      return Optional.of("no connection to the archive, or it broke");
    }
  }
}
