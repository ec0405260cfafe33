package org.radcanon.fhir.search;

import ca.uhn.fhir.rest.param.DateParam;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcanon.index.StudyIndex;
import org.radcanon.terminology.CanonicalMap;

/**
 * Turns the search parameters of ImagingStudy into a {@link StudyQuery}. Each method adds one
 * parameter, to be met as well; the values of its list are alternatives (FHIR R4 Search, "AND" and
 * "OR").
 */
public final class StudyQueryBuilder {
  private final StudyIndex index;
  private final ZoneId zone;
  private final StudyTerms terms;
  private final List<List<StudyTerm>> clauses = new ArrayList<>();
  private final List<DateCondition> started = new ArrayList<>();
  private final List<DateCondition> updated = new ArrayList<>();

  /**
   * @param zone of study dates and of search values that have none
   */
  public StudyQueryBuilder(StudyIndex index, CanonicalMap map, ZoneId zone) {
    this.index = index;
    this.zone = zone;
    this.terms = new StudyTerms(index, map, zone);
  }

  /** {@code _id} and {@code endpoint}: both are Study Instance UIDs here. */
  public StudyQueryBuilder studyUid(List<String> anyOf) {
    return add(anyOf.stream().map(StudyTerms::study));
  }

  /** {@code identifier}: the Study Instance UID, or the accession number. */
  public StudyQueryBuilder identifier(List<Token> anyOf) {
    return add(anyOf.stream().map(StudyTerms::identified));
  }

  /** {@code patient} by logical id; a reference to another server matches nothing. */
  public StudyQueryBuilder patient(List<Optional<String>> anyOf) {
    return add(
        anyOf.stream()
            .map(id -> id.flatMap(index::patient).map(terms::ofPatient))
            .map(term -> term.orElseGet(StudyTerm::nothing)));
  }

  /** {@code patient.identifier}. */
  public StudyQueryBuilder patientIdentifier(List<Token> anyOf) {
    return add(anyOf.stream().map(StudyTerms::ofPatient));
  }

  /** {@code modality}: that of any series (FHIR R4: ImagingStudy.series.modality). */
  public StudyQueryBuilder modality(List<Token> anyOf) {
    return add(anyOf.stream().map(StudyTerms::ofModality));
  }

  /** {@code procedure-code}: any known scheme's code finds the studies of its concept. */
  public StudyQueryBuilder procedureCode(List<Token> anyOf) {
    List<StudyTerm> coded = anyOf.stream().flatMap(terms::coded).toList();
    return add(coded.isEmpty() ? Stream.of(StudyTerm.nothing()) : coded.stream());
  }

  /**
   * {@code started}.
   *
   * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException when a value is no date
   */
  public StudyQueryBuilder started(List<DateParam> anyOf) {
    List<DateCondition> conditions = anyOf.stream().map(p -> DateCondition.of(p, zone)).toList();
    if (conditions.size() == 1) {
      // Bounds that must all be met become one window for the index.
      started.addAll(conditions);
      return this;
    }
    return add(conditions.stream().map(condition -> terms.began(List.of(condition))));
  }

  /**
   * {@code _lastUpdated}: when the study's instances or its code last changed in the index.
   *
   * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException when a value is no date
   */
  public StudyQueryBuilder lastUpdated(List<DateParam> anyOf) {
    List<DateCondition> conditions = anyOf.stream().map(p -> DateCondition.of(p, zone)).toList();
    if (conditions.size() == 1) {
      updated.addAll(conditions);
      return this;
    }
    return add(conditions.stream().map(condition -> terms.updated(List.of(condition))));
  }

  public StudyQuery build() {
    List<List<StudyTerm>> all = new ArrayList<>(clauses);
    if (!started.isEmpty()) {
      all.add(List.of(terms.began(started)));
    }
    if (!updated.isEmpty()) {
      all.add(List.of(terms.updated(updated)));
    }
    return new StudyQuery(all);
  }

  private StudyQueryBuilder add(Stream<StudyTerm> anyOf) {
    clauses.add(anyOf.toList());
    return this;
  }
}
