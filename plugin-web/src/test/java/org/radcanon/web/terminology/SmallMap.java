package org.radcanon.web.terminology;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.NotCanonicalised;
import org.radcanon.terminology.Rank;

/** Five procedures of two schemes, one of them retired, and a code that means none. */
record SmallMap(String version) implements CanonicalMap {
  static final String CHEST = "RC0000018";
  static final String CHEST_WITH = "RC0000026";
  static final String CHEST_WITHOUT = "RC0000034";
  static final String HEAD = "RC0000042";
  static final String RETIRED = "RC0000059";
  static final String RIMAG = "99RIMAG";

  private static final Map<String, AttributeValue> VALUES =
      Stream.of(
              value("RID10321", Attribute.MODALITY, "CT", "\u8BA1\u7B97\u673A\u4F53\u5C42"),
              value("RID1243", Attribute.REGION, "chest", "\u80F8\u90E8"),
              value("RID9080", Attribute.REGION, "head", ""),
              value("RID28769", Attribute.CONTRAST, "with IV contrast", ""),
              value("RID28768", Attribute.CONTRAST, "without IV contrast", ""),
              value("RV-OWN", Attribute.REASON, "a <reason> & more", ""))
          .collect(Collectors.toMap(AttributeValue::id, v -> v));

  private static AttributeValue value(
      String id, Attribute attribute, String label, String labelZh) {
    return new AttributeValue(
        id,
        Optional.of(attribute),
        label,
        label,
        label,
        Optional.empty(),
        labelZh,
        id.startsWith("RV"));
  }

  private static final List<Concept> ACTIVE =
      List.of(
          concept(CHEST, "CT chest", List.of("RID10321", "RID1243"), code("RPID1", "CT CHEST")),
          concept(
              CHEST_WITH,
              "CT chest with IV contrast",
              List.of("RID10321", "RID1243", "RID28769"),
              code("RPID2", "CT CHEST W IVCON"),
              code("RPID20", "CT THORAX, \"WITH\""),
              new Code("01020304050607", RIMAG, "\u80F8\u90E8 CT \u589E\u5F3A")),
          concept(
              CHEST_WITHOUT,
              "CT chest without IV contrast",
              List.of("RID10321", "RID1243", "RID28768"),
              code("RPID3", "CT CHEST WO IVCON")),
          concept(
              HEAD,
              "CT head a <reason> & more",
              List.of("RID10321", "RID9080", "RV-OWN"),
              code("RPID4", "CT HEAD <script>alert('x')</script> & \"more\"")));

  private static final Concept GONE =
      concept(RETIRED, "CT thorax with contrast", List.of("RID10321", "RID28769"));

  private static Code code(String value, String meaning) {
    return new Code(value, RADLEX, meaning);
  }

  private static Concept concept(String code, String name, List<String> values, Code... codes) {
    Map<Attribute, SortedSet<String>> attributes = new EnumMap<>(Attribute.class);
    for (String value : values) {
      Attribute attribute = VALUES.get(value).attribute().orElseThrow();
      attributes.computeIfAbsent(attribute, a -> new TreeSet<>()).add(value);
    }
    Map<String, List<Code>> byScheme = new LinkedHashMap<>();
    byScheme.put(CONCEPT_SCHEME, List.of(new Code(code, CONCEPT_SCHEME, name)));
    for (Code one : codes) {
      byScheme.put(
          one.scheme(), Stream.of(codes).filter(c -> c.scheme().equals(one.scheme())).toList());
    }
    return new Concept(code, name, attributes, byScheme);
  }

  @Override
  public Collection<Concept> concepts() {
    return ACTIVE;
  }

  @Override
  public Optional<Concept> concept(String conceptCode) {
    return Stream.concat(ACTIVE.stream(), Stream.of(GONE))
        .filter(concept -> concept.code().equals(conceptCode))
        .findFirst();
  }

  @Override
  public Optional<String> replacedBy(String conceptCode) {
    return Optional.of(CHEST_WITH).filter(code -> conceptCode.equals(RETIRED));
  }

  @Override
  public List<NotCanonicalised> notCanonicalised() {
    return List.of(new NotCanonicalised(RADLEX, "RPID9", "CT <b>Gizmo", List.of("gizmo")));
  }

  @Override
  public Optional<Concept> byCode(String scheme, String value) {
    return ACTIVE.stream()
        .filter(
            concept ->
                concept.codes().getOrDefault(scheme, List.of()).stream()
                    .anyMatch(code -> code.value().equals(value)))
        .findFirst();
  }

  @Override
  public Set<Concept> byCodeValue(String value) {
    return schemes().stream()
        .flatMap(scheme -> byCode(scheme.designator(), value).stream())
        .collect(Collectors.toSet());
  }

  @Override
  public Collection<CodingScheme> schemes() {
    return List.of(
        scheme(RADLEX, "RadLex Playbook", "\u00A9 RSNA <notice>"),
        scheme(RIMAG, "Rimag", ""),
        scheme(CONCEPT_SCHEME, "radcanon", ""));
  }

  private static CodingScheme scheme(String designator, String name, String notice) {
    return new CodingScheme(
        designator, Optional.empty(), "urn:x:" + designator, name, "7", "", true, notice);
  }

  @Override
  public Optional<CodingScheme> scheme(String designator) {
    return schemes().stream().filter(s -> s.designator().equals(designator)).findFirst();
  }

  @Override
  public Optional<AttributeValue> value(String id) {
    return Optional.ofNullable(VALUES.get(id));
  }

  @Override
  public Collection<AttributeValue> values() {
    return VALUES.values().stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
  }

  @Override
  public Set<Code> valueCodes(String valueId) {
    return valueId.equals("RID1243") ? Set.of(new Code("43799004", "SCT", "Thorax")) : Set.of();
  }

  @Override
  public List<String> bodyParts(String valueId) {
    return valueId.equals("RID1243") ? List.of("CHEST", "THORAX") : List.of();
  }

  @Override
  public Rank rank(Code code) {
    return switch (code.value()) {
      case "RPID2" -> Rank.CORE;
      case "RPID20" -> Rank.SUPERSEDED;
      default -> Rank.NORMAL;
    };
  }

  @Override
  public List<String> names(Code code) {
    return List.of(code.meaning(), "a name of " + code.value());
  }
}
