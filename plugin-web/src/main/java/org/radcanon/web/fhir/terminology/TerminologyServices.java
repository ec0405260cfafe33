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

  /**
   * The scheme of a value set.
   *
   * @throws ResourceNotFoundException 404 for one that the map does not have
   */
  CodingScheme valueSet(String url) {
    return valueSets()
        .withUrl(url)
        .orElseThrow(() -> new ResourceNotFoundException("unknown value set " + url));
  }

  /**
   * The scheme of a code's system.
   *
   * @throws InvalidRequestException 400 without a system
   * @throws ResourceNotFoundException 404 for a system, or a version of it, that the map does not
   *     have
   */
  CodingScheme schemeOf(CodeArgument code) {
    CodingScheme scheme = scheme(code.system());
    requireVersion(scheme, code.version());
    return scheme;
  }

  /**
   * The map has one version of each scheme.
   *
   * @param version asked for; may be empty
   * @throws ResourceNotFoundException 404 for another one
   */
  void requireVersion(CodingScheme scheme, String version) {
    if (!isOfVersion(scheme, version)) {
      throw new ResourceNotFoundException(
          "unknown version %s of %s: the map has %s"
              .formatted(version, codes().system(scheme), scheme.version()));
    }
  }

  /** Whether no version is named, or the one that the map has. */
  static boolean isOfVersion(CodingScheme scheme, String version) {
    return version.isEmpty() || version.equals(scheme.version());
  }

  /**
   * A code of a known system, of the version that it names.
   *
   * @throws ResourceNotFoundException 404 for an unknown system, version or code
   */
  KnownCode known(CodeArgument code) {
    return codes()
        .find(schemeOf(code), code.code())
        .orElseThrow(() -> new ResourceNotFoundException("unknown code " + code));
  }

  Optional<KnownCode> find(CodeArgument code) {
    MapAsFhir codes = codes();
    return codes
        .scheme(code.system())
        .filter(scheme -> isOfVersion(scheme, code.version()))
        .flatMap(scheme -> codes.find(scheme, code.code()));
  }
}
