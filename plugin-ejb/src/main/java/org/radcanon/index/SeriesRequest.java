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

/** An item of a series' Request Attributes Sequence (0040,0275), to be matched by. */
@Entity
@Table(name = "series_request")
class SeriesRequest {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "series")
  private SeriesEntity series;

  @Column(name = "step_id")
  private String stepId;

  @Column(name = "procedure_id")
  private String procedureId;

  protected SeriesRequest() {}

  SeriesRequest(SeriesEntity series, StudyHeader.Request request) {
    this.series = series;
    stepId = request.stepId();
    procedureId = request.procedureId();
  }
}
