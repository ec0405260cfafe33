package org.radcanon.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcanon.archive.Archive;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Instance;
import org.radcanon.archive.OutOfSpaceException;
import org.radcanon.archive.Outcome;
import org.radcanon.dicom.DicomException;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.enrichment.Decision;
import org.radcanon.enrichment.Decision.Standing;
import org.radcanon.enrichment.Enricher;
import org.radcanon.enrichment.EvidenceReader;
import org.radcanon.index.StudyIndex;
import org.radcanon.intake.InstanceHead.Readable;
import org.radcanon.intake.InstanceHead.Reading;
import org.radcanon.intake.InstanceHead.Refused;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.FailureReason;
import org.radcanon.intake.StoreResult.Stored;
import org.radcanon.intake.configuration.IntakeConfiguration;
import org.radcanon.terminology.ProcedureEvidence;

/**
 * The line itself: open, identify, decide, store, index. An instance walks it once.
 *
 * <p>The order is what keeps the promises: the claim on the study's code comes before the bytes are
 * written, so that all instances carry one code; the archive confirms before the index records, so
 * that the index never knows of what is not there; the door answers last.
 */
@ApplicationScoped
class IntakeLine implements Intake {

  private final StudiesInFlight inFlight = new StudiesInFlight();
  private ReadLimits limits;
  private CodingRoom codings;
  private Archive archive;
  private StudyIndex index;

  /** For the container's proxy. */
  protected IntakeLine() {}

  @Inject
  IntakeLine(
      IntakeConfiguration configuration, CodingRoom codings, Archive archive, StudyIndex index) {
    this.limits = configuration.limits();
    this.codings = codings;
    this.archive = archive;
    this.index = index;
  }

  @Override
  public Batch begin() {
    return new OneAfterTheOther();
  }

  private final class OneAfterTheOther implements Batch {
    private final List<StoreResult> results = new ArrayList<>();

    @Override
    public void add(Incoming incoming) {
      results.add(take(incoming));
    }

    @Override
    public List<StoreResult> finish() {
      return List.copyOf(results);
    }

    @Override
    public void close() {}
  }

  private StoreResult take(Incoming incoming) {
    Optional<InstanceHead> head = Optional.empty();
    try {
      DicomStream stream =
          DicomStream.open(
              incoming.content(), incoming.transferSyntax(), EvidenceReader.LAST_TAG, limits);
      Reading reading =
          InstanceHead.read(
              stream.header(), stream.transferSyntax().uid(), incoming.expectedStudy());
      if (reading instanceof Refused refused) {
        return refuse(refused.failure());
      }
      head = Optional.of(((Readable) reading).head());
      return store(stream, head.get(), incoming.caller());
    } catch (DicomException e) {
      return refuse(failed(head, FailureReason.CANNOT_UNDERSTAND, e.getMessage()));
    } catch (OutOfSpaceException e) {
      return refuse(failed(head, FailureReason.OUT_OF_RESOURCES, e.getMessage()));
    } catch (ArchiveException e) {
      IntakeLog.LOG.archiveFailed(e);
      return failed(head, FailureReason.PROCESSING_FAILURE, "the archive failed");
    } catch (IOException e) {
      return refuse(failed(head, FailureReason.PROCESSING_FAILURE, "the transfer broke off"));
    } catch (RuntimeException e) {
      IntakeLog.LOG.processingFailed(IntakeLog.nature(e));
      IntakeLog.LOG.inFull(e);
      return failed(head, FailureReason.PROCESSING_FAILURE, "processing failed");
    }
  }

  private StoreResult store(DicomStream stream, InstanceHead head, Optional<String> caller)
      throws IOException {
    String study = head.key().study();
    boolean stored = false;
    inFlight.enter(study);
    try {
      ProcedureEvidence evidence = EvidenceReader.read(stream.header(), caller);
      Decision decision = codings.decideOrLeave(study, stream, evidence, signedAt(head));
      Outcome outcome =
          archive.store(
              new Instance(head.key(), head.sopClass(), stream.transferSyntax().uid()),
              out -> stream.transferTo(out, decision.patch()));
      if (outcome instanceof Outcome.Unavailable unavailable) {
        throw unavailable.cause();
      }
      if (outcome instanceof Outcome.Refused refused) {
        throw new ArchiveException("the archive refused it: " + refused.reason());
      }
      if (outcome.equals(Outcome.Kept.as(Outcome.Change.REPLACED))) {
        IntakeLog.LOG.replaced(head.key().instance());
      }
      index.record(
          stream.header(decision.patch()),
          stream.transferSyntax().uid(),
          decision.standing() == Standing.IN_FORCE);
      stored = true;
      codings.settle(study, evidence, decision);
      return new Stored(
          head.sopClass(),
          head.key().instance(),
          study,
          head.key().series(),
          !decision.patch().isEmpty());
    } finally {
      boolean broken = !stored;
      inFlight.leave(
          study,
          () -> {
            if (broken) {
              codings.release(study);
            }
          });
    }
  }

  /**
   * When we changed the stored version of this instance, where there is one: dated the same, a
   * resent instance comes out with the same bytes.
   */
  private Optional<OffsetDateTime> signedAt(InstanceHead head) throws IOException {
    Optional<InputStream> earlier = archive.retrieve(head.key());
    if (earlier.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = earlier.get()) {
      return Enricher.signedAt(
          DicomStream.open(in, Optional.empty(), EvidenceReader.LAST_TAG, limits).header());
    } catch (DicomException e) {
      IntakeLog.LOG.storedVersionUnreadable(head.key().instance());
      return Optional.empty();
    }
  }

  private static Failed failed(Optional<InstanceHead> head, FailureReason reason, String comment) {
    return new Failed(
        head.map(InstanceHead::sopClass),
        head.map(h -> h.key().instance()),
        reason,
        comment.length() > 64 ? comment.substring(0, 64) : comment);
  }

  private static Failed refuse(Failed failure) {
    IntakeLog.LOG.refused(failure.reason().name(), failure.comment());
    return failure;
  }
}
