package org.radcanon.fhir.terminology;

import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.TerminologyCapabilities;
import org.hl7.fhir.r4.model.TerminologyCapabilities.CapabilityStatementKind;
import org.hl7.fhir.r4.model.TerminologyCapabilities.TerminologyCapabilitiesCodeSystemComponent;
import org.hl7.fhir.r4.model.TerminologyCapabilities.TerminologyCapabilitiesExpansionComponent;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.CodingScheme;

/** What this terminology service can do (FHIR R4 terminologycapabilities.html). */
public final class TerminologyStatement {

  /** The parameters of ValueSet/$expand that are honoured, and what each does. */
  public static final Map<String, String> EXPANSION_PARAMETERS =
      Map.of(
          "url", "the value set of all of a code system's codes",
          "valueSetVersion", "the version of the code system; another one is refused",
          "filter", "words that begin words of a name, or a code",
          "offset", "of the first code",
          "count", "of codes; 100 unless told, 1000 at most",
          "activeOnly", "without the codes that their code system has superseded",
          "excludeNested", "changes nothing: expansions are flat",
          "excludeNotForUI", "changes nothing: all codes may be chosen",
          "excludePostCoordinated", "changes nothing: there are none");

  private static final List<String> OF_OWN =
      List.of("equivalent", "replaced-by", "parent", "child");
  private static final List<String> OF_OTHERS = List.of(CodeSystems.CONCEPT, CodeSystems.RANK);

  private final MapAsFhir codes;

  public TerminologyStatement(MapAsFhir codes) {
    this.codes = codes;
  }

  /**
   * @param version of the software
   * @param base URL of the FHIR service
   * @param since when the service has been as it is
   */
  public TerminologyCapabilities of(String version, String base, Date since) {
    TerminologyCapabilities statement = new TerminologyCapabilities();
    statement
        .setName("RadcanonTerminologyCapabilities")
        .setTitle("radcanon: the canonical map of imaging procedures")
        .setStatus(PublicationStatus.ACTIVE)
        .setDate(since)
        .setKind(CapabilityStatementKind.INSTANCE);
    statement.getSoftware().setName("radcanon").setVersion(version);
    statement
        .getImplementation()
        .setDescription("Imaging procedures of several code systems as one set of concepts")
        .setUrl(base);
    codes.schemes().forEach(scheme -> statement.addCodeSystem(codeSystem(scheme)));
    expansion(statement.getExpansion());
    statement.getTranslation().setNeedsMap(false);
    return statement;
  }

  private TerminologyCapabilitiesCodeSystemComponent codeSystem(CodingScheme scheme) {
    TerminologyCapabilitiesCodeSystemComponent system =
        new TerminologyCapabilitiesCodeSystemComponent()
            .setUri(codes.system(scheme))
            .setSubsumption(true);
    var version =
        system.addVersion().setCode(scheme.version()).setIsDefault(true).setCompositional(false);
    Stream.of(
            Arrays.stream(Attribute.values()).map(CodeSystems::property),
            Stream.of(CodeSystems.INACTIVE),
            (CodeSystems.isOwn(scheme) ? OF_OWN : OF_OTHERS).stream())
        .flatMap(properties -> properties)
        .forEach(version::addProperty);
    return system;
  }

  private static void expansion(TerminologyCapabilitiesExpansionComponent expansion) {
    expansion
        .setHierarchical(false)
        .setPaging(true)
        .setIncomplete(false)
        .setTextFilter(EXPANSION_PARAMETERS.get("filter"));
    EXPANSION_PARAMETERS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                expansion
                    .addParameter()
                    .setName(entry.getKey())
                    .setDocumentation(entry.getValue()));
  }
}
