package org.radcanon.index;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** One of SOP Classes in Study (0008,0062), to be matched by. */
@Entity
@Table(name = "study_sop_class")
@IdClass(StudySopClass.Key.class)
class StudySopClass {
  @Id
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "study")
  private StudyEntity study;

  @Id
  @Column(name = "sop_class")
  private String sopClass;

  protected StudySopClass() {}

  StudySopClass(StudyEntity study, String sopClass) {
    this.study = study;
    this.sopClass = sopClass;
  }

  /** The primary key. */
  record Key(Long study, String sopClass) {}
}
