package org.radcanon.terminology.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.relation.Subsumption;
import org.radcanon.terminology.text.Parser;

/**
 * What a header says about the part of the body. Body Part Examined (0018,0015): a defined term of
 * PS3.16 Annex L by the table, which is exact, anything else by the lexicon. Anatomic Region
 * Sequence (0008,2218): by its code, else its meaning by the lexicon.
 */
final class Places {

  static final String BODY_PART = "BodyPartExamined";
  static final String REGION = "AnatomicRegionSequence";

  private static final String WHOLE_BODY = "RID39569";
  private static final String SPINE = "RID7741";
  private static final String SPINE_PARTS = "RID35749";

  private static final Pattern CODE = Pattern.compile("\\(([^,]+), ([^,]+), (.*)\\)");

  private final CanonicalMap map;
  private final Homes homes;
  private final Parser parser;
  private final Subsumption subsumption;
  private final Map<String, String> byCode = new HashMap<>();

  Places(CanonicalMap map, Homes homes, Parser parser) {
    this.map = map;
    this.homes = homes;
    this.parser = parser;
    this.subsumption = new Subsumption(map);
    map.values()
        .forEach(v -> map.valueCodes(v.id()).forEach(code -> byCode.put(key(code), v.id())));
  }

  private static String key(Code code) {
    return code.scheme() + ' ' + code.value();
  }

  /** The regions and foci that a hint says, as they are; none where it says no place. */
  Set<String> said(SourcedText hint, Set<String> modality) {
    Set<String> places = new HashSet<>(values(hint, modality));
    places.removeIf(value -> !homes.isPlace(value));
    return places;
  }

  private Set<String> values(SourcedText hint, Set<String> modality) {
    String text = hint.text().strip();
    if (hint.source().equals(BODY_PART)) {
      return map.bodyPart(text).orElseGet(() -> read(text, modality));
    }
    Matcher code = CODE.matcher(text);
    if (!code.matches()) {
      return read(text, modality);
    }
    String scheme = map.scheme(code.group(2)).map(CodingScheme::designator).orElse(code.group(2));
    return Optional.ofNullable(byCode.get(key(new Code(code.group(1), scheme, ""))))
        .map(Set::of)
        .orElseGet(() -> read(code.group(3), modality));
  }

  private Set<String> read(String text, Set<String> modality) {
    return parser.parse(text.toLowerCase(Locale.ROOT), modality).symbols();
  }

  /**
   * Whether one place is, or lies in, one of the others: a focus in the region that it implies. The
   * whole body contradicts no part of it.
   */
  boolean meet(Set<String> some, Set<String> others) {
    if (some.contains(WHOLE_BODY)) {
      return true;
    }
    Set<String> here = withRegions(some);
    Set<String> there = withRegions(others);
    return here.stream().anyMatch(value -> said(value, there))
        || there.stream().anyMatch(value -> said(value, here));
  }

  private boolean said(String value, Set<String> places) {
    return subsumption.said(value).stream().anyMatch(places::contains);
  }

  private Set<String> withRegions(Set<String> values) {
    Set<String> all = new HashSet<>();
    for (String value : values) {
      if (homes.isPlace(value)) {
        all.add(value);
        all.addAll(map.form().impliedRegions(value));
      }
    }
    if (all.stream().anyMatch(this::isPartOfSpine)) {
      all.add(SPINE);
    }
    return all;
  }

  /** RadLex has the parts of the spine beside the spine, not below it. */
  private boolean isPartOfSpine(String value) {
    return map.value(value).flatMap(AttributeValue::parent).filter(SPINE_PARTS::equals).isPresent();
  }
}
