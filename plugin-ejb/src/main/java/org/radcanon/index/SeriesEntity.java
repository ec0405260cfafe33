package org.radcanon.index;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.index.StudyIndex.Level;

/** A series. Its count is written by update statements alone, as that of {@link StudyEntity}. */
@Entity
@Table(name = "series")
class SeriesEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "study", updatable = false)
  private StudyEntity study;

  @Column(updatable = false)
  private String uid;

  @Embedded private SeriesKeys keys;

  @Column(name = "date_sent")
  private String dateSent;

  @Column(name = "time_sent")
  private String timeSent;

  @Column(name = "instance_count", updatable = false)
  private int instanceCount;

  private String attributes;

  protected SeriesEntity() {}

  SeriesEntity(StudyEntity study, StudyHeader.Series series) {
    this.study = study;
    uid = series.uid();
    keys = series.keys();
    dateSent = series.dateSent();
    timeSent = series.timeSent();
    attributes = series.attributes().toJson();
  }

  /**
   * Takes on what the latest instance says of its series.
   *
   * @return something differs
   */
  boolean update(StudyHeader.Series latest) {
    SeriesKeys newKeys = latest.keys().over(keys);
    String newAttributes = StudyHeader.merged(JsonDataSet.parse(attributes), latest.attributes());
    boolean differs = !newKeys.equals(keys) || !newAttributes.equals(attributes);
    keys = newKeys;
    dateSent = Text.or(latest.dateSent(), dateSent);
    timeSent = Text.or(latest.timeSent(), timeSent);
    attributes = newAttributes;
    return differs;
  }

  Long id() {
    return id;
  }

  String uid() {
    return uid;
  }

  StudyEntity study() {
    return study;
  }

  SeriesKeys keys() {
    return keys;
  }

  /** The attributes of the series with what is computed over its instances. */
  JsonDataSet attributes() {
    return IndexedAttributes.blank(Level.SERIES)
        .with(JsonDataSet.parse(attributes))
        .with(Tag.NumberOfSeriesRelatedInstances, VR.IS, instanceCount);
  }

  IndexedSeries toIndexed(List<IndexedInstance> instances) {
    return new IndexedSeries(
        uid,
        keys.modality(),
        Optional.ofNullable(keys.number()),
        Text.optional(keys.description()),
        Text.optional(keys.bodyPart()),
        Text.optional(keys.laterality()),
        Text.optional(dateSent),
        Text.optional(timeSent),
        instanceCount,
        attributes(),
        List.copyOf(instances));
  }
}
