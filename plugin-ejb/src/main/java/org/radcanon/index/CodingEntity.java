package org.radcanon.index;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcanon.terminology.Resolution.Basis;

/**
 * The code in force of a study. The row may be there without one: it is what all that happens to
 * one study waits for, before the study itself is recorded.
 */
@Entity
@Table(name = "study_coding")
class CodingEntity {
  @Id
  @Column(name = "study_uid")
  private String studyUid;

  private String concept;
  private String basis;
  private double confidence;

  @ElementCollection
  @CollectionTable(name = "study_coding_evidence", joinColumns = @JoinColumn(name = "study_uid"))
  @OrderColumn(name = "pos")
  @Column(name = "line")
  private List<String> evidence = new ArrayList<>();

  protected CodingEntity() {}

  /** The concept in force; empty where there is none. */
  String concept() {
    return concept;
  }

  Optional<CodingRecord> inForce() {
    return concept.isEmpty()
        ? Optional.empty()
        : Optional.of(new CodingRecord(concept, Basis.valueOf(basis), confidence, evidence));
  }

  void clear() {
    concept = "";
    basis = "";
    confidence = 0;
    evidence.clear();
  }

  void put(CodingRecord coding) {
    concept = coding.concept();
    basis = coding.basis().name();
    confidence = coding.confidence();
    evidence.clear();
    coding.evidence().stream().map(Matchable::storable).forEach(evidence::add);
  }
}
