package org.radcanon.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.HumanName;

/**
 * Person names (PS3.5 6.2.1): component groups (alphabetic, ideographic, phonetic) separated by
 * {@code =}, each of family, given, middle, prefix and suffix separated by {@code ^}.
 */
final class PersonNames {
  /** ISO 21090 name representations of the three component groups, in their order. */
  private static final List<String> REPRESENTATIONS = List.of("ABC", "IDE", "SYL");

  private PersonNames() {}

  /** One name for each component group that has a value, each saying how it is written. */
  static List<HumanName> names(String pn) {
    String[] groups = pn.split("=", -1);
    List<HumanName> names = new ArrayList<>();
    for (int i = 0; i < Math.min(groups.length, REPRESENTATIONS.size()); i++) {
      HumanName name = name(groups[i]);
      if (!name.isEmpty()) {
        name.addExtension(FhirUris.NAME_REPRESENTATION, new CodeType(REPRESENTATIONS.get(i)));
        names.add(name);
      }
    }
    return names;
  }

  /** The alphabetic group, or the first there is, in reading order: {@code Dr. Jane A. Doe MD}. */
  static Optional<String> display(String pn) {
    return Stream.of(pn.split("="))
        .filter(group -> !group.isBlank())
        .findFirst()
        .map(PersonNames::parts)
        .flatMap(
            part ->
                Texts.clean(
                    Stream.of(part.get(3), part.get(1), part.get(2), part.get(0), part.get(4))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "))));
  }

  private static HumanName name(String group) {
    List<String> part = parts(group);
    HumanName name = new HumanName();
    ifThere(part.get(0), name::setFamily);
    ifThere(part.get(1), name::addGiven);
    ifThere(part.get(2), name::addGiven);
    ifThere(part.get(3), name::addPrefix);
    ifThere(part.get(4), name::addSuffix);
    return name;
  }

  private static void ifThere(String part, java.util.function.Consumer<String> setter) {
    if (!part.isEmpty()) {
      setter.accept(part);
    }
  }

  /** Five components, absent ones empty. */
  private static List<String> parts(String group) {
    String[] sent = group.split("\\^", -1);
    return Stream.iterate(0, i -> i < 5, i -> i + 1)
        .map(i -> i < sent.length ? Texts.clean(sent[i]).orElse("") : "")
        .toList();
  }
}
