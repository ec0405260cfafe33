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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.radcanon.fhir.terminology.MapAsFhir;
import org.radcanon.fhir.terminology.TerminologyStatement;
import org.radcanon.fhir.terminology.ValueSets;
import org.radcanon.terminology.CodingScheme;

/** ValueSet: the codes of a scheme that the map holds; read, search, {@code $expand}. */
public final class ValueSetProvider implements IResourceProvider {

  /** Codes in an expansion unless told otherwise. */
  static final int USUAL = 100;

  static final int MOST = 1000;

  private static final Set<String> EXPAND = TerminologyStatement.EXPANSION_PARAMETERS.keySet();

  private final TerminologyServices services;

  public ValueSetProvider(TerminologyServices services) {
    this.services = services;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return ValueSet.class;
  }

  @Read
  public ValueSet read(@IdParam IdType id) {
    return services.valueSets().definition(services.scheme(id));
  }

  @Search
  public List<ValueSet> search(
      @OptionalParam(name = "_id") TokenParam id, @OptionalParam(name = "url") UriParam url) {
    MapAsFhir codes = services.codes();
    return codes.schemes().stream()
        .filter(scheme -> id == null || MapAsFhir.id(scheme).equals(id.getValue()))
        .filter(
            scheme ->
                url == null || ValueSets.implicit(codes.system(scheme)).equals(url.getValue()))
        .map(services.valueSets()::definition)
        .toList();
  }

  /**
   * FHIR R4 valueset-operation-expand.html, always by pages. Expansions are flat, and all their
   * codes may be chosen: what asks for that changes nothing.
   *
   * @param filter words that begin words of a name, or a code
   * @param count at most {@value #MOST}; {@value #USUAL} unless told
   * @param activeOnly without the codes that their scheme has superseded
   */
  @Operation(name = "$expand", idempotent = true)
  public ValueSet expand(
      @IdParam(optional = true) IdType id,
      @OperationParam(name = "url") UriType url,
      @OperationParam(name = "filter") StringType filter,
      @OperationParam(name = "offset") IntegerType offset,
      @OperationParam(name = "count") IntegerType count,
      @OperationParam(name = "activeOnly") BooleanType activeOnly,
      @OperationParam(name = "valueSetVersion") StringType version,
      RequestDetails request) {
    AskedFor.nothingBut(EXPAND, request);
    int from = natural(offset, "offset", 0);
    int most = Math.min(MOST, natural(count, "count", USUAL));
    Optional<String> words = Optional.of(text(filter)).filter(w -> !w.isBlank());
    CodingScheme scheme = scheme(id, text(url));
    services.requireVersion(scheme, text(version));
    boolean active = activeOnly != null && activeOnly.booleanValue();
    return services.valueSets().expand(scheme, new ValueSets.Page(words, active, from, most));
  }

  private CodingScheme scheme(IdType id, String url) {
    if (id != null) {
      return services.scheme(id);
    }
    if (url.isEmpty()) {
      throw new InvalidRequestException("give the url of a value set");
    }
    return services.valueSet(url);
  }

  private static int natural(IntegerType given, String name, int usual) {
    if (given == null || !given.hasValue()) {
      return usual;
    }
    if (given.getValue() < 0) {
      throw new InvalidRequestException(name + " is negative");
    }
    return given.getValue();
  }
}
