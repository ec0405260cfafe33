package org.radcanon.web.fhir.terminology;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.radcanon.fhir.terminology.CodeSystems;
import org.radcanon.fhir.terminology.ConceptMaps;
import org.radcanon.fhir.terminology.KnownCode;
import org.radcanon.fhir.terminology.Lookups;
import org.radcanon.fhir.terminology.MapAsFhir;
import org.radcanon.fhir.terminology.Translations;
import org.radcanon.fhir.terminology.ValueSets;
import org.radcanon.intake.MapDesk;
import org.radcanon.terminology.CodingScheme;

/** The map in force as FHIR, for the providers. */
public final class TerminologyServices {

  private final MapDesk maps;

  public TerminologyServices(MapDesk maps) {
    this.maps = maps;
  }

  MapAsFhir codes() {
    return new MapAsFhir(maps.current().map());
  }

  CodeSystems codeSystems() {
    return new CodeSystems(codes());
  }

  ConceptMaps conceptMaps() {
    return new ConceptMaps(codes());
  }

  Lookups lookups() {
    return new Lookups(codes(), maps.current().relations());
  }

  Translations translations() {
    return new Translations(codes(), maps.current().relations());
  }

  ValueSets valueSets() {
    return new ValueSets(codes(), maps.current().search());
  }

  /**
   * The scheme that a resource of an id is about.
   *
   * @throws ResourceNotFoundException 404
   */
  CodingScheme scheme(IdType id) {
    return codes()
        .schemeWithId(id.getIdPart())
        .filter(codes().schemes()::contains)
        .orElseThrow(() -> new ResourceNotFoundException(id));
  }

  /**
   * The scheme of a system.
   *
   * @throws InvalidRequestException 400 without a system
   * @throws ResourceNotFoundException 404 for one that the map does not know
   */
  CodingScheme scheme(String system) {
    if (system.isEmpty()) {
      throw new InvalidRequestException("a code needs its system");
    }
    return codes()
        .scheme(system)
        .orElseThrow(() -> new ResourceNotFoundException("unknown code system " + system));
  }

  Optional<KnownCode> find(CodeArgument code) {
    MapAsFhir codes = codes();
    return codes.scheme(code.system()).flatMap(scheme -> codes.find(scheme, code.code()));
  }
}
