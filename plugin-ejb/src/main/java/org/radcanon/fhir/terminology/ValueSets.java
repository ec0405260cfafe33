package org.radcanon.fhir.terminology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.radcanon.fhir.FhirUris;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.search.ConceptSearch;

/**
 * The implicit value sets: all codes of a scheme that the map holds, whole or filtered by words.
 */
public final class ValueSets {

  private static final String IMPLICIT = "?fhir_vs";

  /** An OID takes no query part. */
  private static final String OF_OID = "urn:radcanon:value-set:";

  private final MapAsFhir codes;
  private final ConceptSearch search;

  public ValueSets(MapAsFhir codes, ConceptSearch search) {
    this.codes = codes;
    this.search = search;
  }

  /** The canonical URL of the value set of all of a system's codes. */
  public static String implicit(String system) {
    return system.startsWith(FhirUris.OID_PREFIX)
        ? OF_OID + system.substring(FhirUris.OID_PREFIX.length())
        : system + IMPLICIT;
  }

  /** The scheme whose value set has this URL. */
  public Optional<CodingScheme> withUrl(String url) {
    if (url.startsWith(OF_OID)) {
      return codes.scheme(FhirUris.OID_PREFIX + url.substring(OF_OID.length()));
    }
    return url.endsWith(IMPLICIT)
        ? codes.scheme(url.substring(0, url.length() - IMPLICIT.length()))
        : Optional.empty();
  }

  /** A scheme's value set, by its definition. */
  public ValueSet definition(CodingScheme scheme) {
    ValueSet resource = new ValueSet();
    resource.setId(MapAsFhir.id(scheme));
    resource
        .setUrl(implicit(codes.system(scheme)))
        .setVersion(scheme.version())
        .setName(CodeSystems.name(scheme) + "Procedures")
        .setTitle("Imaging procedures of " + scheme.name())
        .setStatus(PublicationStatus.ACTIVE)
        .setExperimental(false);
    resource.getCompose().addInclude().setSystem(codes.system(scheme));
    if (!scheme.notice().isEmpty()) {
      resource.setCopyright(scheme.notice());
    }
    return resource;
  }

  private record Entry(Code code, Concept concept) {}

  /**
   * Which codes of a value set are wanted.
   *
   * @param filter words that a code or a name must have, best matches first; without, all codes in
   *     their order
   * @param activeOnly no code that its scheme has superseded
   * @param offset of the first code
   * @param count of codes at most; 0 tells the total only
   */
  public record Page(Optional<String> filter, boolean activeOnly, int offset, int count) {

    private <T> List<T> of(List<T> all) {
      int end = (int) Math.min((long) offset + count, all.size());
      return all.subList(Math.min(offset, all.size()), end);
    }
  }

  /** A page of a value set's codes; those that their scheme has superseded are marked inactive. */
  public ValueSet expand(CodingScheme scheme, Page page) {
    List<Entry> all = page.filter().map(words -> found(scheme, words)).orElseGet(() -> all(scheme));
    if (page.activeOnly()) {
      all = all.stream().flatMap(entry -> active(scheme, entry).stream()).distinct().toList();
    }
    ValueSet resource = definition(scheme);
    resource.setCompose(null);
    ValueSetExpansionComponent expansion = resource.getExpansion();
    expansion
        .setIdentifier("urn:uuid:" + UUID.randomUUID())
        .setTimestamp(new Date())
        .setTotal(all.size())
        .setOffset(page.offset());
    parameters(expansion, page);
    page.of(all).forEach(entry -> add(expansion, scheme, entry));
    return resource;
  }

  private static void parameters(ValueSetExpansionComponent expansion, Page page) {
    page.filter()
        .ifPresent(
            words -> expansion.addParameter().setName("filter").setValue(new StringType(words)));
    expansion.addParameter().setName("activeOnly").setValue(new BooleanType(page.activeOnly()));
    expansion.addParameter().setName("offset").setValue(new IntegerType(page.offset()));
    expansion.addParameter().setName("count").setValue(new IntegerType(page.count()));
  }

  private void add(ValueSetExpansionComponent expansion, CodingScheme scheme, Entry entry) {
    ValueSetExpansionContainsComponent contained =
        expansion
            .addContains()
            .setSystem(codes.system(scheme))
            .setCode(entry.code().value())
            .setDisplay(codes.display(entry.code(), entry.concept()));
    if (codes.superseded(entry.code())) {
      contained.setInactive(true);
    }
  }

  /** In the place of a superseded code that words found, the one in force for the same. */
  private Optional<Entry> active(CodingScheme scheme, Entry entry) {
    if (!codes.superseded(entry.code())) {
      return Optional.of(entry);
    }
    return CodeSystems.codesOf(entry.concept(), scheme).stream()
        .filter(code -> !codes.superseded(code))
        .findFirst()
        .map(code -> new Entry(code, entry.concept()));
  }

  private List<Entry> found(CodingScheme scheme, String words) {
    return search
        .search(words, Optional.of(scheme.designator()), 0, Integer.MAX_VALUE)
        .hits()
        .stream()
        .map(hit -> new Entry(hit.code(), hit.concept()))
        .toList();
  }

  private List<Entry> all(CodingScheme scheme) {
    List<Entry> all = new ArrayList<>();
    for (Concept concept : codes.map().concepts()) {
      CodeSystems.codesOf(concept, scheme).forEach(code -> all.add(new Entry(code, concept)));
    }
    all.sort(Comparator.comparing(entry -> entry.code().value()));
    return all;
  }
}
