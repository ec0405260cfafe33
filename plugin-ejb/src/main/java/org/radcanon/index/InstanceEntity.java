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

  @Column(name = "signed_at")
  private String signedAt = "";

  protected InstanceEntity() {}

  InstanceEntity(SeriesEntity series, NewInstance instance) {
    this.series = series;
    uid = instance.header().instance().uid();
    write(instance, instance.header().instance().attributes().toJson());
  }

  /**
   * Takes on what the instance says now, in full.
   *
   * @return something differs
   */
  boolean update(NewInstance latest) {
    String newAttributes = latest.header().instance().attributes().toJson();
    boolean differs =
        !latest.header().instance().sopClass().equals(sopClass)
            || !latest.transferSyntax().equals(transferSyntax)
            || latest.codeWritten() != codeWritten
            || !newAttributes.equals(attributes);
    write(latest, newAttributes);
    return differs;
  }

  private void write(NewInstance latest, String newAttributes) {
    sopClass = latest.header().instance().sopClass();
    transferSyntax = latest.transferSyntax();
    number = latest.header().instance().number().orElse(null);
    codeWritten = latest.codeWritten();
    attributes = newAttributes;
    signedAt = Text.or(latest.signedAt(), signedAt);
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
