package org.radcanon.fhir.search;

import static org.radcanon.fhir.search.StudyTerm.Kind.ANY;
import static org.radcanon.fhir.search.StudyTerm.Kind.DATE;
import static org.radcanon.fhir.search.StudyTerm.Kind.IDENTIFIER;
import static org.radcanon.fhir.search.StudyTerm.Kind.MODALITY;
import static org.radcanon.fhir.search.StudyTerm.Kind.PROCEDURE;
import static org.radcanon.fhir.search.StudyTerm.Kind.STUDY;
import static org.radcanon.fhir.search.StudyTerm.Kind.UPDATED;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.radcanon.fhir.FhirUris;
import org.radcanon.fhir.Issuers;
import org.radcanon.fhir.Modalities;
import org.radcanon.fhir.SchemeSystems;
import org.radcanon.fhir.StudyMoment;
import org.radcanon.index.IndexedPatient;
import org.radcanon.index.IndexedStudy;
import org.radcanon.index.StudyIndex;
import org.radcanon.index.StudyIndex.Key;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;

/**
 * What one value of a search parameter of ImagingStudy asks of the index, and of a study that the
 * index found.
 */
final class StudyTerms {
  private static final int STUDY_DATE = 0x00080020;
  private static final int ACCESSION_NUMBER = 0x00080050;
  private static final int MODALITIES_IN_STUDY = 0x00080061;
  private static final int PROCEDURE_CODE_SEQUENCE = 0x00081032;
  private static final int CODE_VALUE = 0x00080100;
  private static final int CODING_SCHEME_DESIGNATOR = 0x00080102;
  private static final int PATIENT_ID = 0x00100020;
  private static final int STUDY_INSTANCE_UID = 0x0020000D;

  private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");

  private final StudyIndex index;
  private final CanonicalMap map;
  private final ZoneId zone;

  StudyTerms(StudyIndex index, CanonicalMap map, ZoneId zone) {
    this.index = index;
    this.map = map;
    this.zone = zone;
  }

  /** A Study Instance UID. */
  static StudyTerm study(String uid) {
    if (!UID.matcher(uid).matches()) {
      return StudyTerm.nothing();
    }
    return new StudyTerm(
        STUDY, keys(STUDY_INSTANCE_UID, uid), study -> study.studyUid().equals(uid));
  }

  /** The Study Instance UID, or the accession number. */
  static StudyTerm identified(Token token) {
    String prefix = FhirUris.OID_PREFIX;
    boolean uid =
        token.system().map(FhirUris.DICOM_UID::equals).orElse(token.code().startsWith(prefix));
    if (uid) {
      return token.code().startsWith(prefix)
          ? study(token.code().substring(prefix.length()))
          : StudyTerm.nothing();
    }
    return narrowed(
        ACCESSION_NUMBER,
        token.code(),
        study -> token.matches(Issuers.system(study.accessionIssuer()), study.accessionNumber()));
  }

  StudyTerm ofPatient(IndexedPatient patient) {
    return new StudyTerm(
        IDENTIFIER,
        (limit, offset) -> index.studiesOf(patient.id(), limit, offset),
        study -> study.patient().id().equals(patient.id()));
  }

  /** An identifier of the patient. */
  static StudyTerm ofPatient(Token token) {
    return narrowed(
        PATIENT_ID,
        token.code(),
        study -> {
          IndexedPatient patient = study.patient();
          return token.matches(Issuers.system(patient.issuer()), patient.patientId());
        });
  }

  private static StudyTerm narrowed(int tag, String value, Predicate<IndexedStudy> condition) {
    return value.isEmpty()
        ? new StudyTerm(ANY, List.of(), condition)
        : new StudyTerm(IDENTIFIER, keys(tag, value), condition);
  }

  /** The modality of any series. */
  static StudyTerm ofModality(Token token) {
    Predicate<IndexedStudy> condition =
        study ->
            study.modalities().stream()
                .map(Modalities::coding)
                .anyMatch(
                    coding ->
                        token.matches(
                            Optional.ofNullable(coding.getSystem()),
                            Optional.of(coding.getCode())));
    return token.code().isEmpty()
        ? new StudyTerm(ANY, List.of(), condition)
        : new StudyTerm(MODALITY, keys(MODALITIES_IN_STUDY, token.code()), condition);
  }

  /** One term for each concept that the code means; none where it means nothing. */
  Stream<StudyTerm> coded(Token token) {
    if (token.code().isEmpty()) {
      return Stream.of(
          new StudyTerm(ANY, List.of(), study -> isCodedIn(study, token.system().orElse(""))));
    }
    Stream<Concept> concepts =
        token.anySystem()
            ? map.byCodeValue(token.code()).stream()
            : new SchemeSystems(map)
                .designators(token.system().orElse("")).stream()
                    .flatMap(scheme -> map.byCode(scheme, token.code()).stream());
    return concepts.map(Concept::code).distinct().sorted().map(this::ofConcept);
  }

  private boolean isCodedIn(IndexedStudy study, String system) {
    return study.coding().flatMap(coding -> map.current(coding.concept())).stream()
        .anyMatch(
            concept ->
                new SchemeSystems(map)
                    .designators(system).stream().anyMatch(d -> concept.codeIn(d).isPresent()));
  }

  private StudyTerm ofConcept(String concept) {
    List<Key> keys =
        List.of(
            new Key(List.of(PROCEDURE_CODE_SEQUENCE, CODE_VALUE), concept),
            new Key(
                List.of(PROCEDURE_CODE_SEQUENCE, CODING_SCHEME_DESIGNATOR),
                CanonicalMap.CONCEPT_SCHEME));
    return new StudyTerm(
        PROCEDURE,
        keys,
        study ->
            study
                .coding()
                .flatMap(coding -> map.current(coding.concept()))
                .filter(current -> current.code().equals(concept))
                .isPresent());
  }

  /** All conditions as one term, with one range of Study Date for the index. */
  StudyTerm began(List<DateCondition> all) {
    List<DateCondition> conditions = List.copyOf(all);
    Predicate<IndexedStudy> condition =
        study ->
            StudyMoment.of(study.date(), study.time(), study.timezoneOffset(), zone)
                .filter(moment -> conditions.stream().allMatch(c -> c.test(moment)))
                .isPresent();
    DayWindow window = DayWindow.around(from(conditions), until(conditions));
    if (window.isEmpty()) {
      return StudyTerm.nothing();
    }
    return window
        .range()
        .map(range -> new StudyTerm(DATE, keys(STUDY_DATE, range), condition))
        .orElseGet(() -> new StudyTerm(ANY, List.of(), condition));
  }

  /** All conditions on the last change in the index as one term. */
  StudyTerm updated(List<DateCondition> all) {
    List<DateCondition> conditions = List.copyOf(all);
    // The index is finer than FHIR's milliseconds.
    Optional<Instant> from = from(conditions).map(i -> i.minusMillis(1));
    Optional<Instant> until = until(conditions).map(i -> i.plusMillis(1));
    return new StudyTerm(
        UPDATED,
        (limit, offset) -> index.studiesUpdated(from, until, limit, offset),
        study -> conditions.stream().allMatch(c -> c.test(study.updated())));
  }

  /** The latest of the lower bounds. */
  private static Optional<Instant> from(List<DateCondition> conditions) {
    return conditions.stream()
        .flatMap(condition -> condition.earliest().stream())
        .max(Comparator.naturalOrder());
  }

  /** The earliest of the upper bounds. */
  private static Optional<Instant> until(List<DateCondition> conditions) {
    return conditions.stream()
        .flatMap(condition -> condition.latest().stream())
        .min(Comparator.naturalOrder());
  }

  private static List<Key> keys(int tag, String value) {
    return List.of(new Key(List.of(tag), value));
  }
}
