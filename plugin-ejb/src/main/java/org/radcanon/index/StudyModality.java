package org.radcanon.index;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** One of Modalities in Study (0008,0061), to be matched by. */
@Entity
@Table(name = "study_modality")
@IdClass(StudyModality.Key.class)
class StudyModality {
  @Id
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "study")
  private StudyEntity study;

  @Id private String modality;

  protected StudyModality() {}

  StudyModality(StudyEntity study, String modality) {
    this.study = study;
    this.modality = modality;
  }

  /** The primary key. */
  record Key(Long study, String modality) {}
}
