package org.radcanon.enrichment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.dicom.NewItem;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.Resolution.Basis;
import org.radcanon.terminology.Resolution.Resolved;
import org.radcanon.terminology.Resolution.Unresolved;

/** A canonical map of four procedures, and headers that carry their codes. */
final class Procedures implements CanonicalMap {

  static final Code HEAD_RADLEX = new Code("RPID22", "RADLEX", "CT HEAD WO IVCON");
  static final Code HEAD_LOINC = new Code("30799-1", "LN", "CT Head WO contrast");
  static final Code HEAD_SNOMED =
      new Code("12345678901234567890", "SCT", "Computed tomography of head without contrast");
  static final Concept HEAD =
      new Concept(
          "RC100",
          "CT head without contrast",
          Map.of(),
          Map.of(
              "RADLEX",
              List.of(HEAD_RADLEX, new Code("RPID9922", "RADLEX", "CT HEAD")),
              "LN",
              List.of(HEAD_LOINC),
              "SCT",
              List.of(HEAD_SNOMED)));

  static final Code CHEST_RADLEX = new Code("RPID16", "RADLEX", "CT CHEST WO IVCON");
  static final Concept CHEST =
      new Concept(
          "RC200", "CT chest without contrast", Map.of(), Map.of("RADLEX", List.of(CHEST_RADLEX)));

  static final Code OLD_LOINC = new Code("17787-3", "LN", "Deprecated CT neck");
  static final Code NECK_RADLEX = new Code("RPID30", "RADLEX", "CT NECK");

  /** LOINC has only a superseded code for it. */
  static final Concept NECK =
      new Concept(
          "RC500",
          "CT neck",
          Map.of(),
          Map.of("RADLEX", List.of(NECK_RADLEX), "LN", List.of(OLD_LOINC)));

  /** Has codes in no public scheme. */
  static final Concept LOCAL =
      new Concept(
          "RC300",
          "MR of a very long name that goes on and on until it is longer than a code meaning may be",
          Map.of(),
          Map.of("99CLINIC", List.of(new Code("urn:clinic:77", "99CLINIC", "local"))));

  /** Its meaning is no ISO 646 or Latin 1 text. */
  static final Concept GREEK =
      new Concept(
          "RC400",
          "CT chest with contrast",
          Map.of(),
          Map.of("99CLINIC", List.of(new Code("GR1", "99CLINIC", "Αξονική θώρακος"))));

  private static final List<CodingScheme> SCHEMES =
      List.of(
          scheme("RADLEX", Optional.of("2.16.840.1.113883.6.256"), true),
          scheme("LN", Optional.of("2.16.840.1.113883.6.1"), true),
          scheme("SCT", Optional.of("2.16.840.1.113883.6.96"), true),
          scheme("99CLINIC", Optional.empty(), false),
          scheme(CanonicalMap.CONCEPT_SCHEME, Optional.of("2.25.1"), false));

  private static CodingScheme scheme(String designator, Optional<String> uid, boolean registered) {
    return new CodingScheme(
        designator,
        uid,
        "urn:" + designator,
        designator + " codes",
        "4.1",
        "An organization",
        registered);
  }

  @Override
  public Collection<Concept> concepts() {
    return List.of(HEAD, CHEST, NECK, LOCAL, GREEK);
  }

  @Override
  public Optional<Concept> concept(String conceptCode) {
    return concepts().stream().filter(c -> c.code().equals(conceptCode)).findFirst();
  }

  @Override
  public Optional<Concept> byCode(String scheme, String value) {
    if (scheme.equals(CONCEPT_SCHEME)) {
      return concept(value);
    }
    return concepts().stream()
        .filter(
            c ->
                c.codes().getOrDefault(scheme, List.of()).stream()
                    .anyMatch(code -> code.value().equals(value)))
        .findFirst();
  }

  @Override
  public List<String> names(Code code) {
    return List.of(code.meaning());
  }

  @Override
  public Optional<AttributeValue> value(String id) {
    return Optional.empty();
  }

  @Override
  public Set<Concept> byCodeValue(String value) {
    return schemes().stream()
        .flatMap(scheme -> byCode(scheme.designator(), value).stream())
        .collect(Collectors.toSet());
  }

  @Override
  public Collection<CodingScheme> schemes() {
    return SCHEMES;
  }

  @Override
  public Optional<CodingScheme> scheme(String designator) {
    return SCHEMES.stream().filter(s -> s.designator().equals(designator)).findFirst();
  }

  @Override
  public Rank rank(Code code) {
    return code.sameAs(OLD_LOINC) ? Rank.SUPERSEDED : Rank.NORMAL;
  }

  @Override
  public String version() {
    return "Playbook 2.5, abc";
  }

  static NewItem item(Code code, Code... equivalents) {
    return CodeItems.item(code, scheme -> Optional.empty(), List.of(equivalents));
  }

  /** A CT image without any code. */
  static NewItem.Builder ct() {
    return NewItem.builder()
        .value(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.2")
        .value(Tag.Modality, VR.CS, "CT")
        .value(Tag.InstitutionName, VR.LO, "A hospital")
        .value(Tag.StudyDescription, VR.LO, "CT head");
  }

  static NewItem.Builder ct(NewItem... procedureCodes) {
    return ct().items(Tag.ProcedureCodeSequence, List.of(procedureCodes));
  }

  static Resolved resolved(Concept concept, Basis basis, double confidence) {
    return new Resolved(concept, basis, confidence, List.of("because"), List.of(), List.of(CHEST));
  }

  static Unresolved unresolved() {
    return new Unresolved("Nothing fits.", List.of("looked"), List.of(), List.of(HEAD, CHEST));
  }

  static StudyCoding coding(Concept concept, Basis basis, double confidence) {
    return new StudyCoding(concept, basis, confidence, List.of("earlier"));
  }
}
