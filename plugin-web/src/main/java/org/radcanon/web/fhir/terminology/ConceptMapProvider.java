package org.radcanon.web.fhir.terminology;

import static org.radcanon.web.fhir.terminology.CodeArgument.text;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.UriParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.UriType;
import org.radcanon.fhir.terminology.ConceptMaps;
import org.radcanon.fhir.terminology.KnownCode;
import org.radcanon.fhir.terminology.MapAsFhir;
import org.radcanon.fhir.terminology.Translations.Match;
import org.radcanon.terminology.CodingScheme;

/** ConceptMap: read, search, {@code $translate}. */
public final class ConceptMapProvider implements IResourceProvider {

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
   * @param reverse the code is the target; the answer has the sources
   * @throws ResourceNotFoundException 404 for an unknown system
   */
  @Operation(name = "$translate", idempotent = true)
  public Parameters translate(
      @IdParam(optional = true) IdType id,
      @OperationParam(name = "url") UriType url,
      @OperationParam(name = "code") CodeType code,
      @OperationParam(name = "system") UriType system,
      @OperationParam(name = "coding") Coding coding,
      @OperationParam(name = "codeableConcept") CodeableConcept concept,
      @OperationParam(name = "targetsystem") UriType targetSystem,
      @OperationParam(name = "reverse") BooleanType reverse) {
    boolean backwards = reverse != null && reverse.booleanValue();
    Ends ends = ends(id, text(url), text(targetSystem), backwards);
    List<CodeArgument> wanted = CodeArgument.several(code, system, coding, concept);
    wanted.forEach(argument -> services.scheme(argument.system()));
    List<Match> matches = new ArrayList<>();
    for (CodeArgument argument : wanted) {
      services
          .find(argument)
          .filter(known -> ends.from().isEmpty() || ends.from().contains(known.scheme()))
          .ifPresent(known -> matches.addAll(translated(known, ends, backwards)));
    }
    return answer(wanted, matches);
  }

  private List<Match> translated(KnownCode known, Ends ends, boolean backwards) {
    return services.translations().of(known, ends.to(), backwards);
  }

  /**
   * The schemes between which to translate.
   *
   * @param from empty for any
   */
  private record Ends(List<CodingScheme> from, List<CodingScheme> to) {}

  private Ends ends(IdType id, String url, String targetSystem, boolean backwards) {
    List<CodingScheme> all = services.codes().schemes();
    List<CodingScheme> to = targetSystem.isEmpty() ? all : List.of(services.scheme(targetSystem));
    if (id == null && url.isEmpty()) {
      return new Ends(List.of(), to);
    }
    ConceptMaps maps = services.conceptMaps();
    List<CodingScheme> source =
        maps.sources().stream()
            .filter(
                s -> id == null ? maps.url(s).equals(url) : MapAsFhir.id(s).equals(id.getIdPart()))
            .toList();
    if (source.isEmpty()) {
      throw new ResourceNotFoundException(
          "unknown concept map " + (id == null ? url : id.getIdPart()));
    }
    List<CodingScheme> own =
        all.stream().filter(scheme -> !maps.sources().contains(scheme)).toList();
    return backwards ? new Ends(own, source) : new Ends(source, own);
  }

  private static Parameters answer(List<CodeArgument> wanted, List<Match> matches) {
    Parameters answer = new Parameters();
    answer.addParameter("result", !matches.isEmpty());
    if (matches.isEmpty()) {
      answer.addParameter(
          "message",
          "no translation of "
              + wanted.stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
    for (Match match : matches) {
      ParametersParameterComponent part = answer.addParameter().setName("match");
      part.addPart().setName("equivalence").setValue(new CodeType(match.equivalence().toCode()));
      part.addPart().setName("concept").setValue(match.target());
    }
    return answer;
  }
}
