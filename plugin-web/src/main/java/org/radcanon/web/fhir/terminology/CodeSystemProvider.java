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
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.radcanon.fhir.terminology.KnownCode;
import org.radcanon.fhir.terminology.MapAsFhir;
import org.radcanon.fhir.terminology.Wanted;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.relation.Relations;

/** CodeSystem: read, search, {@code $lookup}, {@code $validate-code}, {@code $subsumes}. */
public final class CodeSystemProvider implements IResourceProvider {

  private static final Set<String> LOOKUP =
      Set.of("code", "system", "version", "coding", "property");
  private static final Set<String> VALIDATE_CODE =
      Set.of("url", "version", "code", "display", "coding", "codeableConcept");
  private static final Set<String> SUBSUMES =
      Set.of("codeA", "codeB", "system", "version", "codingA", "codingB");

  private final TerminologyServices services;

  public CodeSystemProvider(TerminologyServices services) {
    this.services = services;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return CodeSystem.class;
  }

  /** A scheme with all codes that the map holds of it. */
  @Read
  public CodeSystem read(@IdParam IdType id) {
    return services.codeSystems().whole(services.scheme(id));
  }

  /** The schemes, without their codes. */
  @Search
  public List<CodeSystem> search(
      @OptionalParam(name = "_id") TokenParam id, @OptionalParam(name = "url") UriParam url) {
    MapAsFhir codes = services.codes();
    return codes.schemes().stream()
        .filter(scheme -> id == null || MapAsFhir.id(scheme).equals(id.getValue()))
        .filter(scheme -> url == null || codes.system(scheme).equals(url.getValue()))
        .map(scheme -> Subsetted.mark(services.codeSystems().summary(scheme)))
        .toList();
  }

  /**
   * FHIR R4 codesystem-operation-lookup.html.
   *
   * @param properties what is wanted of the code; without, everything
   * @throws ResourceNotFoundException 404 for an unknown system, version or code
   */
  @Operation(name = "$lookup", idempotent = true)
  public Parameters lookup(
      @OperationParam(name = "code") CodeType code,
      @OperationParam(name = "system") UriType system,
      @OperationParam(name = "version") StringType version,
      @OperationParam(name = "coding") Coding coding,
      @OperationParam(name = "property") List<CodeType> properties,
      RequestDetails request) {
    AskedFor.nothingBut(LOOKUP, request);
    KnownCode known = services.known(CodeArgument.one(code, system, version, coding));
    return services.lookups().lookup(known, wanted(properties));
  }

  private static Wanted wanted(List<CodeType> properties) {
    return properties == null
        ? Wanted.ALL
        : new Wanted(properties.stream().map(CodeArgument::text).collect(Collectors.toSet()));
  }

  /** FHIR R4 codesystem-operation-validate-code.html: an unknown code is an answer, no error. */
  @Operation(name = "$validate-code", idempotent = true)
  public Parameters validateCode(
      @IdParam(optional = true) IdType id,
      @OperationParam(name = "url") UriType url,
      @OperationParam(name = "version") StringType version,
      @OperationParam(name = "code") CodeType code,
      @OperationParam(name = "display") StringType display,
      @OperationParam(name = "coding") Coding coding,
      @OperationParam(name = "codeableConcept") CodeableConcept concept,
      RequestDetails request) {
    AskedFor.nothingBut(VALIDATE_CODE, request);
    Optional<CodingScheme> scheme =
        id != null
            ? Optional.of(services.scheme(id))
            : Optional.of(text(url)).filter(u -> !u.isEmpty()).map(services::scheme);
    if (scheme.isEmpty() && code != null && code.hasValue()) {
      throw new InvalidRequestException("a code needs the url of its code system");
    }
    scheme.ifPresent(s -> services.requireVersion(s, text(version)));
    Validation validation = new Validation(services, scheme, text(display));
    return validation.of(CodeArgument.several(code, url, null, coding, concept));
  }

  /**
   * FHIR R4 codesystem-operation-subsumes.html, by attributes and the RadLex hierarchy.
   *
   * @throws ResourceNotFoundException 404 for an unknown system, version or code
   */
  @Operation(name = "$subsumes", idempotent = true)
  public Parameters subsumes(
      @IdParam(optional = true) IdType id,
      @OperationParam(name = "codeA") CodeType codeA,
      @OperationParam(name = "codeB") CodeType codeB,
      @OperationParam(name = "system") UriType system,
      @OperationParam(name = "version") StringType version,
      @OperationParam(name = "codingA") Coding codingA,
      @OperationParam(name = "codingB") Coding codingB,
      RequestDetails request) {
    AskedFor.nothingBut(SUBSUMES, request);
    UriType own = id == null ? system : new UriType(services.codes().system(services.scheme(id)));
    KnownCode a = services.known(CodeArgument.one(codeA, own, version, codingA));
    KnownCode b = services.known(CodeArgument.one(codeB, own, version, codingB));
    if (!a.scheme().equals(b.scheme())) {
      throw new InvalidRequestException("both codes must be of one code system");
    }
    Parameters answer = new Parameters();
    answer.addParameter("outcome", new CodeType(outcome(services.translations().between(a, b))));
    return answer;
  }

  private static String outcome(Relations.Kind bSeenFromA) {
    return switch (bSeenFromA) {
      case EQUIVALENT -> "equivalent";
      case NARROWER -> "subsumes";
      case BROADER -> "subsumed-by";
      case UNRELATED -> "not-subsumed";
    };
  }
}
