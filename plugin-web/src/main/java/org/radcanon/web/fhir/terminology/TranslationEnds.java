package org.radcanon.web.fhir.terminology;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.radcanon.fhir.terminology.CodeSystems;
import org.radcanon.fhir.terminology.ConceptMaps;
import org.radcanon.fhir.terminology.MapAsFhir;
import org.radcanon.terminology.CodingScheme;

/** Between which schemes to translate, by what the client names. */
record TranslationEnds(TerminologyServices services) {

  /**
   * The schemes of one concept map, or all where none is named.
   *
   * @param id of the map; null for none
   * @param url of the map; may be empty
   * @param version of the map; may be empty
   * @param backwards from the map's target to its source
   * @throws ResourceNotFoundException 404 for a map, or a version, that is not there
   */
  Ends of(IdType id, String url, String version, boolean backwards) {
    List<CodingScheme> all = services.codes().schemes();
    if (id == null && url.isEmpty()) {
      if (!version.isEmpty()) {
        throw new InvalidRequestException("conceptMapVersion goes with the url of a concept map");
      }
      return new Ends(services, all, all);
    }
    CodingScheme source = mapped(id, url);
    services.requireVersion(source, version);
    List<CodingScheme> own = all.stream().filter(CodeSystems::isOwn).toList();
    return backwards
        ? new Ends(services, own, List.of(source))
        : new Ends(services, List.of(source), own);
  }

  private CodingScheme mapped(IdType id, String url) {
    ConceptMaps maps = services.conceptMaps();
    return maps.sources().stream()
        .filter(s -> id == null ? maps.url(s).equals(url) : MapAsFhir.id(s).equals(id.getIdPart()))
        .findFirst()
        .orElseThrow(
            () ->
                new ResourceNotFoundException(
                    "unknown concept map " + (id == null ? url : id.getIdPart())));
  }

  /**
   * Schemes at both ends.
   *
   * @param from whose codes are translated
   * @param to into whose codes
   */
  record Ends(TerminologyServices services, List<CodingScheme> from, List<CodingScheme> to) {

    /** Only codes of a value set, where one is named. */
    Ends from(String valueSet) {
      return valueSet.isEmpty() ? this : new Ends(services, only(from, ofValueSet(valueSet)), to);
    }

    /**
     * Only into a value set, or into a system, where one is named.
     *
     * @throws InvalidRequestException 400 when both are, and differ
     */
    Ends to(String valueSet, String system) {
      Optional<CodingScheme> bySet = optional(valueSet).map(this::ofValueSet);
      Optional<CodingScheme> bySystem = optional(system).map(services::scheme);
      if (bySet.isPresent() && bySystem.isPresent() && !bySet.equals(bySystem)) {
        throw new InvalidRequestException("target is no value set of targetsystem");
      }
      return bySet
          .or(() -> bySystem)
          .map(scheme -> new Ends(services, from, only(to, scheme)))
          .orElse(this);
    }

    private static Optional<String> optional(String text) {
      return Optional.of(text).filter(t -> !t.isEmpty());
    }

    private static List<CodingScheme> only(List<CodingScheme> schemes, CodingScheme one) {
      return schemes.stream().filter(one::equals).toList();
    }

    private CodingScheme ofValueSet(String url) {
      return services.valueSet(url);
    }
  }
}
