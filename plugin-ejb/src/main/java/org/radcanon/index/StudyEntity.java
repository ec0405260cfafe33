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
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.radcanon.dicom.JsonDataSet;

/**
 * A study. Counts, the concept and the time of the last change are written by update statements
 * alone, so that writing the entity never takes an older count back.
 */
@Entity
@Table(name = "study")
class StudyEntity {
  /** The group of the patient's attributes (PS3.6). */
  private static final int PATIENT_GROUP = 0x0010;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(updatable = false)
  private String uid;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "patient")
  private PatientEntity patient;

  @Embedded private PatientKeys patientKeys;
  @Embedded private StudyKeys keys;
  @Embedded private StudyAsSent asSent;

  @Column(updatable = false)
  private String concept;

  private String modalities = "";

  @Column(name = "sop_classes")
  private String sopClasses = "";

  @Column(name = "series_count", updatable = false)
  private int seriesCount;

  @Column(name = "instance_count", updatable = false)
  private int instanceCount;

  private String attributes;

  @Column(updatable = false)
  private Instant updated;

  protected StudyEntity() {}

  StudyEntity(StudyHeader header, PatientEntity patient, String concept, Instant now) {
    uid = header.studyUid();
    this.patient = patient;
    patientKeys = header.patient().keys();
    keys = header.study().keys();
    asSent = header.study().asSent();
    this.concept = concept;
    attributes = header.study().attributes().toJson();
    updated = now;
  }

  /**
   * Takes on what the latest instance says of its study; where it says nothing, what was known
   * stays. When it names another patient, the study moves to that one and keeps nothing of the one
   * before.
   *
   * @return something differs
   */
  boolean update(StudyHeader latest, PatientEntity latestPatient) {
    boolean moved = !patient.id().equals(latestPatient.id());
    PatientKeys newPatient =
        moved ? latest.patient().keys() : latest.patient().keys().over(patientKeys);
    StudyKeys newKeys = latest.study().keys().over(keys);
    StudyAsSent newAsSent = latest.study().asSent().over(asSent);
    JsonDataSet before = JsonDataSet.parse(attributes);
    String newAttributes =
        StudyHeader.merged(
            moved ? before.only(tag -> tag >>> 16 != PATIENT_GROUP) : before,
            latest.study().attributes());
    boolean differs =
        moved
            || !newPatient.equals(patientKeys)
            || !newKeys.equals(keys)
            || !newAsSent.equals(asSent)
            || !newAttributes.equals(attributes);
    patient = latestPatient;
    patientKeys = newPatient;
    keys = newKeys;
    asSent = newAsSent;
    attributes = newAttributes;
    return differs;
  }

  Long id() {
    return id;
  }

  String uid() {
    return uid;
  }

  PatientEntity patient() {
    return patient;
  }

  StudyKeys keys() {
    return keys;
  }

  StudyAsSent asSent() {
    return asSent;
  }

  String concept() {
    return concept;
  }

  int seriesCount() {
    return seriesCount;
  }

  int instanceCount() {
    return instanceCount;
  }

  Instant updated() {
    return updated;
  }

  JsonDataSet attributes() {
    return JsonDataSet.parse(attributes);
  }

  SortedSet<String> modalities() {
    return split(modalities);
  }

  SortedSet<String> sopClasses() {
    return split(sopClasses);
  }

  void modalities(SortedSet<String> all) {
    modalities = all.stream().collect(Collectors.joining("\\"));
  }

  void sopClasses(SortedSet<String> all) {
    sopClasses = all.stream().collect(Collectors.joining("\\"));
  }

  private static SortedSet<String> split(String values) {
    SortedSet<String> set =
        Arrays.stream(values.split("\\\\"))
            .filter(v -> !v.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    return Collections.unmodifiableSortedSet(set);
  }
}
