package org.radcanon.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.radcanon.index.IndexedPatient;

/** The Patient Module (PS3.3 C.7.1.1) as a FHIR Patient. */
final class PatientMapper {
  private static final Pattern BIRTH_DATE =
      Pattern.compile("(\\d{4})(?:\\.?(\\d{2}))?(?:\\.?(\\d{2}))?");

  private PatientMapper() {}

  static Patient patient(IndexedPatient indexed) {
    Patient patient = new Patient();
    patient.setId(indexed.id());
    indexed
        .patientId()
        .flatMap(Texts::clean)
        .ifPresent(value -> patient.addIdentifier(identifier(value, indexed.issuer(), "PI")));
    indexed.name().map(PersonNames::names).ifPresent(patient::setName);
    indexed.sex().flatMap(Texts::clean).map(PatientMapper::gender).ifPresent(patient::setGender);
    indexed
        .birthDate()
        .flatMap(PatientMapper::birthDate)
        .map(DateType::new)
        .ifPresent(patient::setBirthDateElement);
    return patient;
  }

  /**
   * An identifier with its type (HL7 v2 Table 0203), its system by {@link Issuers}, and the issuer
   * in the words of the instance.
   */
  static Identifier identifier(String value, Optional<String> issuer, String type) {
    Identifier identifier = new Identifier().setValue(value);
    identifier.setType(
        new CodeableConcept(new Coding().setSystem(FhirUris.IDENTIFIER_TYPE).setCode(type)));
    Issuers.system(issuer).ifPresent(identifier::setSystem);
    issuer
        .flatMap(Texts::clean)
        .ifPresent(name -> identifier.setAssigner(new Reference().setDisplay(name)));
    return identifier;
  }

  /** Patient's Sex (0010,0040): M, F, O; whatever else stands there is unknown. */
  private static AdministrativeGender gender(String sex) {
    return switch (sex) {
      case "M" -> AdministrativeGender.MALE;
      case "F" -> AdministrativeGender.FEMALE;
      case "O" -> AdministrativeGender.OTHER;
      default -> AdministrativeGender.UNKNOWN;
    };
  }

  /**
   * A FHIR date as precise as the value: senders truncate it to the year or month, or fill what
   * they do not know with zeros. Empty when it is no date.
   */
  private static Optional<String> birthDate(String sent) {
    Matcher date = BIRTH_DATE.matcher(sent.strip());
    if (!date.matches() || date.group(1).equals("0000")) {
      return Optional.empty();
    }
    String year = date.group(1);
    String month = date.group(2);
    String day = date.group(3);
    if (unknown(month)) {
      return Optional.of(year);
    }
    try {
      LocalDate.of(
          Integer.parseInt(year),
          Integer.parseInt(month),
          unknown(day) ? 1 : Integer.parseInt(day));
    } catch (DateTimeException notInTheCalendar) {
      return Optional.empty();
    }
    return Optional.of(year + "-" + month + (unknown(day) ? "" : "-" + day));
  }

  private static boolean unknown(String part) {
    return part == null || part.equals("00");
  }
}
