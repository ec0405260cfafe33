package org.radcanon.terminology;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * An imaging procedure: a set of attribute values, and the codes that mean it.
 *
 * @param code the concept's own code under {@link CanonicalMap#CONCEPT_SCHEME}; given once, never
 *     renumbered
 * @param name made from the attributes, in English, in full; may be longer than Code Meaning allows
 * @param attributes canonical values (RID where RadLex has one) per attribute
 * @param codes the codes of this concept by scheme designator, its own included, the preferred one
 *     of each scheme first; their meanings fit Code Meaning (LO, 64 characters)
 */
public record Concept(
    String code,
    String name,
    Map<Attribute, SortedSet<String>> attributes,
    Map<String, List<Code>> codes) {

  /** The preferred code of a scheme; the concept's own code for {@code 99RADCANON}. */
  public Optional<Code> codeIn(String scheme) {
    Optional<Code> preferred = codes.getOrDefault(scheme, List.of()).stream().findFirst();
    if (preferred.isEmpty() && scheme.equals(CanonicalMap.CONCEPT_SCHEME)) {
      return Optional.of(new Code(code, scheme, name));
    }
    return preferred;
  }

  /** The values of all attributes. */
  public Set<String> values() {
    Set<String> all = new HashSet<>();
    attributes.values().forEach(all::addAll);
    return all;
  }

  /** Its code is enough: equal concepts have the same. */
  @Override
  public int hashCode() {
    return code.hashCode();
  }
}
