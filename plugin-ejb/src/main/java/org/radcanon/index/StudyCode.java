package org.radcanon.index;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * A code that stands in a study's Procedure Code Sequence (0008,1032): an item, or an equivalent in
 * an item's Equivalent Code Sequence (0008,0121) (PS3.3 8.9), which counts as an item of its own.
 */
@Entity
@Table(name = "study_code")
class StudyCode {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "study")
  private StudyEntity study;

  @Column(name = "study_date")
  private String studyDate;

  @Column(name = "code_value")
  private String value;

  private String scheme;

  @Column(name = "scheme_version")
  private String version;

  protected StudyCode() {}

  StudyCode(StudyEntity study, StudyHeader.CodeItem item) {
    this.study = study;
    studyDate = study.keys().date();
    value = item.value();
    scheme = item.scheme();
    version = item.version();
  }

  Long studyId() {
    return study.id();
  }

  String value() {
    return value;
  }

  String scheme() {
    return scheme;
  }
}
