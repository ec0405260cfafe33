package org.radcanon.intake;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcanon.archive.Archive;
import org.radcanon.archive.Delivery;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;
import org.radcanon.dicom.DicomException;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.enrichment.Decision;
import org.radcanon.enrichment.Decision.Standing;
import org.radcanon.enrichment.EvidenceReader;
import org.radcanon.index.NewInstance;
import org.radcanon.intake.InstanceHead.Readable;
import org.radcanon.intake.InstanceHead.Reading;
import org.radcanon.intake.InstanceHead.Refused;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.FailureReason;
import org.radcanon.terminology.ProcedureEvidence;

/** The instances of one request, on their way into the archive by one delivery. */
final class LineBatch implements Intake.Batch {

  /**
   * What may wait for the archive's answer; past it the delivery is finished early and another one
   * begun.
   */
  record Room(long headerBytes, int instances) {
    static final Room DEFAULT = new Room(32L << 20, 10_000);
  }

  private final ReadLimits limits;
  private final CodingRoom codings;
  private final StudiesInFlight inFlight;
  private final Archive archive;
  private final Conclusion conclusion;
  private final Room room;
  private final List<StoreResult> results = new ArrayList<>();
  private final List<Underway> underway = new ArrayList<>();
  private final Map<InstanceKey, OffsetDateTime> signed = new HashMap<>();
  private long headerBytes;
  private Delivery delivery;

  LineBatch(
      ReadLimits limits,
      CodingRoom codings,
      StudiesInFlight inFlight,
      Archive archive,
      Conclusion conclusion,
      Room room) {
    this.limits = limits;
    this.codings = codings;
    this.inFlight = inFlight;
    this.archive = archive;
    this.conclusion = conclusion;
    this.room = room;
  }

  @Override
  public void add(Intake.Incoming incoming) {
    int place = results.size();
    results.add(null);
    take(incoming, place).ifPresent(failed -> results.set(place, failed));
    if (headerBytes > room.headerBytes() || underway.size() >= room.instances()) {
      conclude();
    }
  }

  /** Empty when the instance is on its way; else why it is not. */
  private Optional<Failed> take(Intake.Incoming incoming, int place) {
    Optional<InstanceHead> head = Optional.empty();
    try {
      DicomStream stream =
          DicomStream.open(
              incoming.content(), incoming.transferSyntax(), EvidenceReader.LAST_TAG, limits);
      Reading reading = InstanceHead.read(stream.header(), stream.transferSyntax().uid(), incoming);
      if (reading instanceof Refused refused) {
        return refuse(refused.failure());
      }
      head = Optional.of(((Readable) reading).head());
      hand(stream, head.get(), incoming.caller(), place);
      return Optional.empty();
    } catch (DicomException e) {
      return refuse(failed(head, FailureReason.CANNOT_UNDERSTAND, e.getMessage()));
    } catch (IOException e) {
      return refuse(failed(head, FailureReason.PROCESSING_FAILURE, "the transfer broke off"));
    } catch (RuntimeException e) {
      Failures.log(e);
      return Optional.of(processingFailed(head));
    }
  }

  private void hand(DicomStream stream, InstanceHead head, Optional<String> caller, int place)
      throws IOException {
    String study = head.key().study();
    boolean handed = false;
    inFlight.enter(study);
    try {
      ProcedureEvidence evidence = EvidenceReader.read(stream.header(), caller);
      Decided decided =
          codings.decideOrLeave(head.key(), stream, evidence, signedInThisBatch(head.key()));
      Decision decision = decided.decision();
      String syntax = stream.transferSyntax().uid();
      NewInstance entry =
          NewInstance.of(
              decided.header(),
              syntax,
              decision.standing() == Standing.IN_FORCE,
              decided.signedAt());
      delivery()
          .add(
              new Instance(head.key(), head.sopClass(), syntax),
              out -> stream.transferTo(out, decision.patch()));
      underway.add(
          new Underway(
              place, head, entry, evidence, decision.withoutPatch(), !decision.patch().isEmpty()));
      decided.signedAt().ifPresent(at -> signed.put(head.key(), at));
      headerBytes += stream.headerLength();
      handed = true;
    } finally {
      if (!handed) {
        leave(study, true);
      }
    }
  }

  private Delivery delivery() {
    if (delivery == null) {
      delivery = archive.begin();
    }
    return delivery;
  }

  /** The same instance twice in one request comes out with the same bytes, too. */
  private Optional<OffsetDateTime> signedInThisBatch(InstanceKey key) {
    return Optional.ofNullable(signed.get(key));
  }

  @Override
  public List<StoreResult> finish() {
    conclude();
    return List.copyOf(results);
  }

  /** Waits for the archive's answers and records what was kept. */
  private void conclude() {
    if (delivery == null) {
      return;
    }
    try {
      List<StoreResult> concluded = conclusion.of(underway, delivery);
      for (int i = 0; i < underway.size(); i++) {
        results.set(underway.get(i).place(), concluded.get(i));
      }
    } catch (RuntimeException e) {
      Failures.log(e);
      underway.forEach(u -> results.set(u.place(), processingFailed(Optional.of(u.head()))));
    } finally {
      letGo();
    }
  }

  private void letGo() {
    try {
      if (delivery != null) {
        delivery.close();
      }
    } finally {
      delivery = null;
      List<Underway> left = List.copyOf(underway);
      underway.clear();
      signed.clear();
      headerBytes = 0;
      left.forEach(u -> leave(u.study(), !(results.get(u.place()) instanceof StoreResult.Stored)));
    }
  }

  @Override
  public void close() {
    letGo();
  }

  private void leave(String study, boolean broken) {
    inFlight.leave(
        study,
        () -> {
          if (broken) {
            codings.release(study);
          }
        });
  }

  private static Failed failed(Optional<InstanceHead> head, FailureReason reason, String comment) {
    return new Failed(
        head.map(InstanceHead::sopClass), head.map(h -> h.key().instance()), reason, comment);
  }

  private static Failed processingFailed(Optional<InstanceHead> head) {
    return failed(head, FailureReason.PROCESSING_FAILURE, "processing failed");
  }

  private static Optional<Failed> refuse(Failed failure) {
    IntakeLog.LOG.refused("%04X".formatted(failure.status()), failure.comment());
    return Optional.of(failure);
  }
}
