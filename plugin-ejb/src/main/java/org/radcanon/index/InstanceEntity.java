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
import java.util.Optional;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.index.StudyIndex.Level;

/** An instance. */
@Entity
@Table(name = "instance")
class InstanceEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "series", updatable = false)
  private SeriesEntity series;

  @Column(updatable = false)
  private String uid;

  @Column(name = "sop_class")
  private String sopClass;

  @Column(name = "transfer_syntax")
  private String transferSyntax;

  @Column(name = "instance_number")
  private Integer number;

  @Column(name = "code_written")
  private boolean codeWritten;

  private String attributes;

  protected InstanceEntity() {}

  InstanceEntity(
      SeriesEntity series,
      StudyHeader.Instance instance,
      String transferSyntax,
      boolean codeWritten) {
    this.series = series;
    uid = instance.uid();
    write(instance, transferSyntax, codeWritten, instance.attributes().toJson());
  }

  /**
   * Takes on what the instance says now, in full.
   *
   * @return something differs
   */
  boolean update(StudyHeader.Instance latest, String transferSyntax, boolean codeWritten) {
    String newAttributes = latest.attributes().toJson();
    boolean differs =
        !latest.sopClass().equals(sopClass)
            || !transferSyntax.equals(this.transferSyntax)
            || codeWritten != this.codeWritten
            || !newAttributes.equals(attributes);
    write(latest, transferSyntax, codeWritten, newAttributes);
    return differs;
  }

  private void write(
      StudyHeader.Instance latest, String transferSyntax, boolean codeWritten, String attributes) {
    sopClass = latest.sopClass();
    this.transferSyntax = transferSyntax;
    number = latest.number().orElse(null);
    this.codeWritten = codeWritten;
    this.attributes = attributes;
  }

  Long id() {
    return id;
  }

  String uid() {
    return uid;
  }

  SeriesEntity series() {
    return series;
  }

  String sopClass() {
    return sopClass;
  }

  /** The attributes of the instance; what the index has, the archive has at hand. */
  JsonDataSet attributes() {
    return IndexedAttributes.blank(Level.INSTANCE)
        .with(JsonDataSet.parse(attributes))
        .with(Tag.InstanceAvailability, VR.CS, "ONLINE");
  }

  IndexedInstance toIndexed() {
    return new IndexedInstance(
        uid, sopClass, transferSyntax, Optional.ofNullable(number), codeWritten, attributes());
  }
}
