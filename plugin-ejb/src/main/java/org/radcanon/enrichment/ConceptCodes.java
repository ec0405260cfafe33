package org.radcanon.enrichment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.NewItem;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;

/** The codes of a concept as a site wants them written: which one first, which ones beside it. */
final class ConceptCodes {

  private final CanonicalMap map;
  private final EnrichmentSettings settings;

  ConceptCodes(CanonicalMap map, EnrichmentSettings settings) {
    this.map = map;
    this.settings = settings;
  }

  /**
   * The concept's code in the first preferred scheme that has one in force; every concept has its
   * own.
   */
  Code preferred(Concept concept) {
    return inOrder(concept).get(0);
  }

  /** The concept's codes in the schemes that are not among those, one of each, in order. */
  List<Code> beside(Concept concept, Set<String> schemes) {
    return settings.equivalentCodes()
        ? inOrder(concept).stream().filter(code -> !schemes.contains(code.scheme())).toList()
        : List.of();
  }

  private List<Code> inOrder(Concept concept) {
    Set<String> schemes = new LinkedHashSet<>(settings.preferredSchemes());
    schemes.addAll(new TreeSet<>(concept.codes().keySet()));
    List<Code> codes = new ArrayList<>();
    for (String scheme : schemes) {
      map.codeToWrite(concept, scheme).filter(CodeItems::writable).ifPresent(codes::add);
    }
    return codes;
  }

  /** The designator that the map knows a code's scheme by, whatever alias the code has it under. */
  String scheme(Code code) {
    return map.scheme(code.scheme()).map(CodingScheme::designator).orElse(code.scheme());
  }

  /** Whether a code means the concept; empty where the map does not know the code. */
  Optional<Boolean> means(Code code, Concept concept) {
    return map.byCode(code.scheme(), code.value()).map(c -> c.code().equals(concept.code()));
  }

  NewItem item(Code code, List<Code> equivalents) {
    return CodeItems.item(code, this::version, equivalents);
  }

  private Optional<String> version(String scheme) {
    return settings.codingSchemeVersions()
        ? map.scheme(scheme).map(CodingScheme::version).filter(v -> !v.isBlank())
        : Optional.empty();
  }

  /** Whether an item, or one of its equivalents, is a code of the concept. */
  boolean itemMeans(DataSet item, Concept concept) {
    return CodeItems.all(item).stream()
        .anyMatch(code -> means(code, concept).orElse(Boolean.FALSE));
  }
}
