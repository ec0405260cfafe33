package org.radcanon.web.fhir.terminology;

import static org.radcanon.web.fhir.terminology.CodeArgument.text;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.UriParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.radcanon.fhir.terminology.ConceptMaps;
import org.radcanon.fhir.terminology.MapAsFhir;
import org.radcanon.fhir.terminology.Translations.Found;
import org.radcanon.fhir.terminology.Translations.Match;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.web.fhir.terminology.TranslationEnds.Ends;

/** ConceptMap: read, search, {@code $translate}. */
public final class ConceptMapProvider implements IResourceProvider {

  private static final Set<String> TRANSLATE =
      Set.of(
          "url",
          "conceptMapVersion",
          "code",
          "system",
          "version",
          "source",
          "coding",
          "codeableConcept",
          "target",
          "targetsystem",
          "reverse");

  private final TerminologyServices services;

  public ConceptMapProvider(TerminologyServices services) {
    this.services = services;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return ConceptMap.class;
  }

  /** From a scheme's codes to our concepts. */
  @Read
  public ConceptMap read(@IdParam IdType id) {
    CodingScheme scheme = services.scheme(id);
    ConceptMaps maps = services.conceptMaps();
    if (!maps.sources().contains(scheme)) {
      throw new ResourceNotFoundException(id);
    }
    return maps.whole(scheme);
  }

  /** The maps, without their elements. */
  @Search
  public List<ConceptMap> search(
      @OptionalParam(name = "_id") TokenParam id, @OptionalParam(name = "url") UriParam url) {
    ConceptMaps maps = services.conceptMaps();
    return maps.sources().stream()
        .filter(scheme -> id == null || MapAsFhir.id(scheme).equals(id.getValue()))
        .filter(scheme -> url == null || maps.url(scheme).equals(url.getValue()))
        .map(scheme -> Subsetted.mark(maps.summary(scheme)))
        .toList();
  }

  /**
   * FHIR R4 conceptmap-operation-translate.html: from any scheme into any other, or into all.
   *
   * @param source value set that the code is of, {@code target} and {@code targetSystem} where a
   *     translation is sought; with {@code reverse} the map is gone through from its target to its
   *     source, so that what is found are sources
   * @param mapVersion of the concept maps, which is that of the scheme mapped
   * @throws ResourceNotFoundException 404 for an unknown system, value set, concept map, or version
   */
  @Operation(name = "$translate", idempotent = true)
  public Parameters translate(
      @IdParam(optional = true) IdType id,
      @OperationParam(name = "url") UriType url,
      @OperationParam(name = "conceptMapVersion") StringType mapVersion,
      @OperationParam(name = "code") CodeType code,
      @OperationParam(name = "system") UriType system,
      @OperationParam(name = "version") StringType version,
      @OperationParam(name = "source") UriType source,
      @OperationParam(name = "coding") Coding coding,
      @OperationParam(name = "codeableConcept") CodeableConcept concept,
      @OperationParam(name = "target") UriType target,
      @OperationParam(name = "targetsystem") UriType targetSystem,
      @OperationParam(name = "reverse") BooleanType reverse,
      RequestDetails request) {
    AskedFor.nothingBut(TRANSLATE, request);
    boolean backwards = reverse != null && reverse.booleanValue();
    Ends ends =
        new TranslationEnds(services)
            .of(id, text(url), text(mapVersion), backwards)
            .from(text(source))
            .to(text(target), text(targetSystem));
    List<CodeArgument> wanted = CodeArgument.several(code, system, version, coding, concept);
    wanted.forEach(services::schemeOf);
    List<Found> found = new ArrayList<>();
    for (CodeArgument argument : wanted) {
      services
          .find(argument)
          .filter(known -> ends.from().contains(known.scheme()))
          .map(known -> services.translations().of(known, ends.to(), backwards))
          .ifPresent(found::add);
    }
    return answer(wanted, found, backwards);
  }

  private static Parameters answer(
      List<CodeArgument> wanted, List<Found> found, boolean backwards) {
    List<Match> matches = found.stream().flatMap(f -> f.matches().stream()).toList();
    Parameters answer = new Parameters();
    answer.addParameter("result", !matches.isEmpty());
    message(wanted, found, backwards).ifPresent(text -> answer.addParameter("message", text));
    for (Match match : matches) {
      ParametersParameterComponent part = answer.addParameter().setName("match");
      part.addPart().setName("equivalence").setValue(new CodeType(match.equivalence().toCode()));
      part.addPart().setName("concept").setValue(match.target());
    }
    return answer;
  }

  /** Why there is nothing, and which codes their schemes have superseded. */
  private static Optional<String> message(
      List<CodeArgument> wanted, List<Found> found, boolean backwards) {
    List<String> parts = new ArrayList<>();
    if (found.stream().allMatch(f -> f.matches().isEmpty())) {
      parts.add("no translation of " + joined(wanted.stream().map(Object::toString)));
    }
    List<Coding> superseded = found.stream().flatMap(f -> f.superseded().stream()).toList();
    if (!superseded.isEmpty()) {
      parts.add(
          (backwards ? "superseded in their code system: " : "left out, superseded: ")
              + joined(superseded.stream().map(c -> c.getCode() + " of " + c.getSystem())));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
  }

  private static String joined(Stream<String> words) {
    return words.collect(Collectors.joining(", "));
  }
}
