package org.radcanon.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.radcanon.archive.InstanceKey;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.Patch;
import org.radcanon.enrichment.Decision;
import org.radcanon.enrichment.Decision.Change;
import org.radcanon.enrichment.Decision.Kind;
import org.radcanon.enrichment.Decision.Report;
import org.radcanon.enrichment.Decision.Standing;
import org.radcanon.enrichment.Enricher;
import org.radcanon.enrichment.StudyCoding;
import org.radcanon.index.CodingRecord;
import org.radcanon.index.CodingStore;
import org.radcanon.index.CodingStore.CaseKind;
import org.radcanon.index.CodingStore.Known;
import org.radcanon.index.CodingStore.NewCase;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolver;

/** Joins enrichment's decisions with the codes in force and the cases that the index keeps. */
@ApplicationScoped
class CodingRoom {

  private CanonicalMap map;
  private Resolver resolver;
  private Enricher enricher;
  private CodingStore store;

  /** For the container's proxy. */
  protected CodingRoom() {}

  @Inject
  CodingRoom(CanonicalMap map, Resolver resolver, Enricher enricher, CodingStore store) {
    this.map = map;
    this.resolver = resolver;
    this.enricher = enricher;
    this.store = store;
  }

  /**
   * Decides for one instance, whatever happens: where deciding fails, or the instance's own
   * elements do not let themselves be edited, it is to be stored unchanged, since enrichment must
   * never be the reason that an image goes missing.
   *
   * @param signedAt the date to give to a change; where empty, that of the stored version, so that
   *     a resent instance comes out with the same bytes, or now
   */
  Decided decideOrLeave(
      InstanceKey key,
      DicomStream stream,
      ProcedureEvidence evidence,
      Optional<OffsetDateTime> signedAt) {
    Optional<StudyCoding> coding = Optional.empty();
    Change change = Change.NONE;
    try {
      Known known = store.known(key.study(), key.series(), key.instance());
      OffsetDateTime at = signedAt.or(known::signedAt).orElseGet(enricher::now);
      Decision decision = decide(key.study(), stream.header(), evidence, known.inForce(), at);
      coding = decision.coding();
      change = decision.change();
      return decided(decision, stream, at);
    } catch (RuntimeException e) {
      IntakeLog.LOG.enrichmentFailed(key.study(), Failures.nature(e));
      IntakeLog.LOG.inFull(e);
      Decision left =
          new Decision(coding, change, Patch.none(), Standing.NONE, Optional.of(left(coding)));
      return new Decided(left, stream.header(), Optional.empty());
    }
  }

  private static Decided decided(Decision decision, DicomStream stream, OffsetDateTime at) {
    return decision.patch().isEmpty()
        ? new Decided(decision, stream.header(), Enricher.signedAt(stream.header()))
        : new Decided(decision, stream.header(decision.patch()), Optional.of(at));
  }

  private static Report left(Optional<StudyCoding> coding) {
    return new Report(
        coding.isPresent() ? Kind.CONFLICT : Kind.UNRESOLVED,
        "An instance was stored unchanged: it could not be enriched (RADCANON-112 in the log).",
        List.of(),
        coding.map(StudyCoding::concept).stream().toList(),
        coding,
        false);
  }

  /**
   * Decides for one instance. When it proposes its study's first code, the claim is made here;
   * where another instance was quicker, the decision follows that one.
   *
   * @param at the date of the change: the earlier one, where the instance was stored before
   */
  private Decision decide(
      String study,
      DataSet header,
      ProcedureEvidence evidence,
      Optional<CodingRecord> known,
      OffsetDateTime at) {
    Resolution resolution = resolver.resolve(evidence);
    IntakeLog.LOG.evidence(study, resolution.evidence());
    Decision decision = enricher.decide(header, evidence, known.map(this::coding), resolution, at);
    if (decision.change() != Change.PROPOSED) {
      return decision;
    }
    CodingRecord proposed = record(decision.coding().orElseThrow());
    CodingRecord inForce = store.claim(study, proposed);
    if (inForce.concept().equals(proposed.concept())) {
      return decision;
    }
    return enricher.decide(header, evidence, Optional.of(coding(inForce)), resolution, at);
  }

  /** Records what the decision means for the study and its cases, once the instance is stored. */
  void settle(String study, ProcedureEvidence evidence, Decision decision) {
    switch (decision.change()) {
      case PROPOSED -> {
        StudyCoding coding = decision.coding().orElseThrow();
        IntakeLog.LOG.coded(
            study, coding.concept().code(), coding.concept().name(), coding.basis().name());
        store.closeCases(
            study, CaseKind.UNRESOLVED, "an instance that resolves arrived: " + coding.basis());
      }
      case CONFIRMED -> store.replace(study, record(decision.coding().orElseThrow()));
      case NONE -> {}
    }
    decision.report().ifPresent(report -> open(study, evidence, report));
  }

  /** Takes the claim of a broken instance back. */
  void release(String study) {
    store.release(study);
  }

  /**
   * The concept that a record means today; the index keeps only codes that the map has given out.
   */
  StudyCoding coding(CodingRecord record) {
    Concept concept =
        map.current(record.concept())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the map in force does not know concept " + record.concept()));
    return new StudyCoding(concept, record.basis(), record.confidence(), record.evidence());
  }

  static CodingRecord record(StudyCoding coding) {
    return new CodingRecord(
        coding.concept().code(), coding.basis(), coding.confidence(), coding.evidence());
  }

  private void open(String study, ProcedureEvidence evidence, Report report) {
    CaseKind kind = CaseKind.valueOf(report.kind().name());
    IntakeLog.LOG.caseOpened(study, kind.name());
    List<String> candidates = report.candidates().stream().map(Concept::code).toList();
    NewCase found =
        new NewCase(
            study,
            kind,
            report.reason(),
            evidence,
            report.evidence(),
            candidates,
            report.proposed().map(CodingRoom::record));
    if (report.refreshes()) {
      store.openCase(found);
    } else {
      store.openCaseIfNone(found);
    }
  }
}
