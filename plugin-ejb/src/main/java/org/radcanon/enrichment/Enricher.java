package org.radcanon.enrichment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.Element;
import org.radcanon.dicom.Patch;
import org.radcanon.dicom.Tag;
import org.radcanon.enrichment.Decision.Kind;
import org.radcanon.enrichment.Decision.Report;
import org.radcanon.enrichment.Decision.Standing;
import org.radcanon.enrichment.ProcedureCodes.Written;
import org.radcanon.enrichment.StudyCodings.Verdict;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.Resolution;

/**
 * Decides what an instance is coded as and what is to be written into it. The same input gives the
 * same decision; an instance that is as the mode wants it, one of our own making included, gets the
 * empty patch. Safe for use by many threads.
 *
 * <p>Two instances of one study may be decided at the same moment: claim what is {@link
 * Decision.Change#PROPOSED}, and where another coding was quicker, call again with that one.
 */
public final class Enricher {

  private final CanonicalMap map;
  private final EnrichmentSettings settings;
  private final Clock clock;
  private final StudyCodings studies;
  private final ConceptCodes codes;
  private final ProcedureCodes procedureCodes;

  /**
   * @param clock with the time zone in which changes are dated
   */
  public Enricher(CanonicalMap map, EnrichmentSettings settings, Clock clock) {
    this.map = map;
    this.settings = settings;
    this.clock = clock;
    this.studies = new StudyCodings(settings.threshold());
    this.codes = new ConceptCodes(map, settings);
    this.procedureCodes = new ProcedureCodes(codes, settings.mode());
  }

  /**
   * @param header read at least up to {@link EvidenceReader#LAST_TAG}
   * @param evidence of this header
   * @param inForce the study's coding, where it has one
   * @param resolution of this instance's evidence
   */
  public Decision decide(
      DataSet header,
      ProcedureEvidence evidence,
      Optional<StudyCoding> inForce,
      Resolution resolution) {
    return decide(header, evidence, inForce, resolution, now());
  }

  /**
   * As the other, dated by the caller. An instance that is sent again comes out with the same bytes
   * when it is dated by {@link #signedAt} of the version that is stored.
   */
  public Decision decide(
      DataSet header,
      ProcedureEvidence evidence,
      Optional<StudyCoding> inForce,
      Resolution resolution,
      OffsetDateTime at) {
    boolean acquired = !evidence.modalities().isEmpty();
    Verdict verdict = studies.judge(inForce, resolution, acquired, Provenance.isSigned(header));
    Optional<Written> written =
        verdict.coding().flatMap(coding -> procedureCodes.write(header, coding.concept()));
    return new Decision(
        verdict.coding(),
        verdict.change(),
        written
            .map(w -> patch(header, evidence, verdict.coding().orElseThrow(), w, at))
            .orElseGet(Patch::none),
        standing(header, verdict.coding(), written),
        verdict
            .report()
            .or(() -> disagreement(header, verdict.coding()))
            .or(() -> written.isPresent() ? Optional.empty() : noSequence(header)));
  }

  /**
   * The coding that a resolution is good for; empty where it is none, or too uncertain to write.
   */
  public Optional<StudyCoding> certain(Resolution resolution) {
    return studies.certain(resolution);
  }

  /** By what a change made now is dated. */
  public OffsetDateTime now() {
    return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
  }

  /** When radcanon signed an instance last; empty where it never did. */
  public static Optional<OffsetDateTime> signedAt(DataSet header) {
    return Provenance.signedAt(header);
  }

  private Patch patch(
      DataSet header,
      ProcedureEvidence evidence,
      StudyCoding coding,
      Written written,
      OffsetDateTime at) {
    Patch.Builder patch = Patch.builder().add(written.edit());
    if (settings.codingSchemeIdentification()) {
      SchemeIdentification.of(written.written(), header, map).ifPresent(patch::add);
    }
    if (settings.contributingEquipment()) {
      patch.add(Provenance.contribution(settings.equipment(), at, description(coding, written)));
    }
    if (settings.originalAttributes() && written.replaced()) {
      Element original = header.element(Tag.ProcedureCodeSequence).orElseThrow();
      patch.add(Provenance.original(original, settings.equipment(), at, evidence.origin()));
    }
    return patch.build();
  }

  private String description(StudyCoding coding, Written written) {
    return "Procedure Code Sequence (0008,1032) %s, found by %s; map %s"
        .formatted(written.what(), StudyCodings.words(coding.basis()), map.version());
  }

  private Standing standing(
      DataSet header, Optional<StudyCoding> coding, Optional<Written> written) {
    if (written.isPresent()) {
      return Standing.IN_FORCE;
    }
    List<DataSet> items = header.items(Tag.ProcedureCodeSequence);
    if (items.stream().allMatch(item -> CodeItems.code(item).isEmpty())) {
      return Standing.NONE;
    }
    return coding.filter(c -> isAmong(items, c.concept())).isPresent()
        ? Standing.IN_FORCE
        : Standing.OWN;
  }

  /**
   * An instance that came with codes of other concepts only, though its own resolution did not say
   * so: two of its codes contradict each other, or it stems from an earlier coding of ours.
   */
  private Optional<Report> disagreement(DataSet header, Optional<StudyCoding> coding) {
    List<DataSet> items = header.items(Tag.ProcedureCodeSequence);
    List<Concept> others =
        items.stream()
            .flatMap(item -> CodeItems.all(item).stream())
            .flatMap(code -> map.byCode(code.scheme(), code.value()).stream())
            .distinct()
            .toList();
    return coding
        .filter(c -> !others.isEmpty() && !isAmong(items, c.concept()))
        .map(
            c ->
                new Report(
                    Kind.CONFLICT,
                    "The study is coded as %s by %s; this instance came with a code of %s."
                        .formatted(
                            c.concept().name(),
                            StudyCodings.words(c.basis()),
                            others.get(0).name()),
                    codesOf(items),
                    others,
                    Optional.empty(),
                    true));
  }

  private static Optional<Report> noSequence(DataSet header) {
    return ProcedureCodes.isNoSequence(header)
        ? Optional.of(
            new Report(
                Kind.CONFLICT,
                "Procedure Code Sequence (0008,1032) of this instance has a value that is no"
                    + " sequence of items; it was left as it came.",
                List.of(),
                List.of(),
                Optional.empty(),
                true))
        : Optional.empty();
  }

  private boolean isAmong(List<DataSet> items, Concept concept) {
    return items.stream().anyMatch(item -> codes.itemMeans(item, concept));
  }

  private static List<String> codesOf(List<DataSet> items) {
    return items.stream()
        .flatMap(item -> CodeItems.all(item).stream())
        .limit(64)
        .map(code -> "ProcedureCodeSequence: (%s, %s)".formatted(code.value(), code.scheme()))
        .toList();
  }
}
