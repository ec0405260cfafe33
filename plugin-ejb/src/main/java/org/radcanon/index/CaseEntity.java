package org.radcanon.index;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.index.CodingStore.CaseKind;
import org.radcanon.index.CodingStore.CaseRecord;
import org.radcanon.index.CodingStore.NewCase;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.Resolution.Basis;

/** A case, with its evidence in full. */
@Entity
@Table(name = "coding_case")
class CaseEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "study_uid")
  private String studyUid;

  private String kind;

  @Column(name = "open_key")
  private String openKey;

  private String reason;
  private String likeness;
  private String institution;
  private String station;

  @Column(name = "ae_title")
  private String aeTitle;

  @Column(name = "proposed_concept")
  private String proposedConcept;

  @Column(name = "proposed_basis")
  private String proposedBasis;

  @Column(name = "proposed_confidence")
  private Double proposedConfidence;

  private Instant opened;
  private Instant closed;
  private String how;

  @ElementCollection
  @CollectionTable(name = "coding_case_code", joinColumns = @JoinColumn(name = "coding_case"))
  @OrderColumn(name = "pos")
  private List<CaseCode> codes = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "coding_case_text", joinColumns = @JoinColumn(name = "coding_case"))
  @OrderColumn(name = "pos")
  private List<CaseText> texts = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "coding_case_hint", joinColumns = @JoinColumn(name = "coding_case"))
  @OrderColumn(name = "pos")
  private List<CaseText> hints = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "coding_case_modality", joinColumns = @JoinColumn(name = "coding_case"))
  @Column(name = "modality")
  private Set<String> modalities = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "coding_case_line", joinColumns = @JoinColumn(name = "coding_case"))
  @OrderColumn(name = "pos")
  @Column(name = "line")
  private List<String> lines = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "coding_case_candidate", joinColumns = @JoinColumn(name = "coding_case"))
  @OrderColumn(name = "pos")
  @Column(name = "concept")
  private List<String> candidates = new ArrayList<>();

  @ElementCollection
  @CollectionTable(
      name = "coding_case_proposed_evidence",
      joinColumns = @JoinColumn(name = "coding_case"))
  @OrderColumn(name = "pos")
  @Column(name = "line")
  private List<String> proposedEvidence = new ArrayList<>();

  protected CaseEntity() {}

  CaseEntity(NewCase newCase, Instant now) {
    studyUid = newCase.studyUid();
    kind = newCase.kind().name();
    openKey = openKey(studyUid, newCase.kind());
    opened = now;
    refresh(newCase);
  }

  static String openKey(String studyUid, CaseKind kind) {
    return studyUid + '/' + kind;
  }

  /** Takes on what is known of the case now; when it was opened stays. */
  final void refresh(NewCase latest) {
    reason = Matchable.storable(latest.reason());
    likeness = likeness(latest.evidence());
    institution = storable(latest.evidence().origin().institution());
    station = storable(latest.evidence().origin().station());
    aeTitle = storable(latest.evidence().origin().aeTitle());
    replace(
        codes,
        latest.evidence().codes().stream()
            .map(CaseCode::of)
            .filter(code -> !code.value().isBlank() && !code.scheme().isBlank())
            .toList());
    replace(texts, latest.evidence().texts().stream().map(CaseText::of).toList());
    replace(hints, latest.evidence().hints().stream().map(CaseText::of).toList());
    Set<String> latestModalities =
        latest.evidence().modalities().stream()
            .map(Matchable::text)
            .collect(Collectors.toUnmodifiableSet());
    if (!modalities.equals(latestModalities)) {
      modalities.clear();
      modalities.addAll(latestModalities);
    }
    replace(lines, latest.lines().stream().map(Matchable::storable).toList());
    replace(candidates, latest.candidates());
    proposedConcept = latest.proposed().map(CodingRecord::concept).orElse(null);
    proposedBasis = latest.proposed().map(p -> p.basis().name()).orElse(null);
    proposedConfidence = latest.proposed().map(CodingRecord::confidence).orElse(null);
    replace(
        proposedEvidence,
        latest.proposed().map(CodingRecord::evidence).orElse(List.of()).stream()
            .map(Matchable::storable)
            .toList());
  }

  void close(Instant now, String how) {
    openKey = null;
    closed = now;
    this.how = Matchable.storable(how);
  }

  CaseRecord toRecord() {
    return new CaseRecord(
        id,
        new NewCase(
            studyUid,
            CaseKind.valueOf(kind),
            reason,
            evidence(),
            List.copyOf(lines),
            List.copyOf(candidates),
            proposed()),
        opened,
        Optional.ofNullable(closed),
        Optional.ofNullable(how));
  }

  private ProcedureEvidence evidence() {
    return new ProcedureEvidence(
        codes.stream().map(CaseCode::toSourced).toList(),
        texts.stream().map(CaseText::toSourced).toList(),
        modalities,
        hints.stream().map(CaseText::toSourced).toList(),
        new Origin(
            Optional.ofNullable(institution),
            Optional.ofNullable(station),
            Optional.ofNullable(aeTitle)));
  }

  private Optional<CodingRecord> proposed() {
    return Optional.ofNullable(proposedConcept)
        .map(
            concept ->
                new CodingRecord(
                    concept, Basis.valueOf(proposedBasis), proposedConfidence, proposedEvidence));
  }

  /** Evidence that one line of the site map would resolve alike: same modalities, codes, texts. */
  private static String likeness(ProcedureEvidence evidence) {
    StringBuilder all = new StringBuilder();
    evidence.modalities().stream().sorted().forEach(m -> all.append(m).append('\n'));
    all.append('\n');
    evidence
        .codes()
        .forEach(c -> all.append(c.code().scheme() + '\t' + c.code().value()).append('\n'));
    all.append('\n');
    evidence
        .texts()
        .forEach(t -> all.append(t.text().strip().toUpperCase(Locale.ROOT)).append('\n'));
    return Matchable.sha256(all.toString());
  }

  private static <T> void replace(List<T> before, List<T> latest) {
    if (!before.equals(latest)) {
      before.clear();
      before.addAll(latest);
    }
  }

  private static String storable(Optional<String> value) {
    return value.map(Matchable::storable).orElse(null);
  }
}
