package org.radcanon.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.TerminologyCapabilities;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.Test;
import org.radcanon.fhir.terminology.CodeSystems;
import org.radcanon.fhir.terminology.KnownCode;
import org.radcanon.fhir.terminology.Lookups;
import org.radcanon.fhir.terminology.MapAsFhir;
import org.radcanon.fhir.terminology.TerminologyStatement;
import org.radcanon.fhir.terminology.ValueSets;
import org.radcanon.fhir.terminology.Wanted;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.relation.Relations;
import org.radcanon.terminology.search.ConceptSearch;

/** The map's resources, before HAPI's validator with FHIR R4. */
class TerminologyResourcesTest {

  private static final String SUPERSEDED = "30599-5";

  private final MapAsFhir codes = new MapAsFhir(BuiltIn.MAP);
  private final CodingScheme loinc = BuiltIn.MAP.scheme("LN").orElseThrow();

  @Test
  void the_capabilities_conform() {
    TerminologyCapabilities statement =
        new TerminologyStatement(codes).of("1", "http://localhost/radcanon/fhir", new Date());

    assertThat(ProfileValidator.errors(statement)).isEmpty();
    assertThat(statement.getCodeSystem()).hasSameSizeAs(codes.schemes());
  }

  @Test
  void an_expansion_with_inactive_codes_conforms() {
    ValueSets sets = new ValueSets(codes, ConceptSearch.of(BuiltIn.MAP));
    ValueSet expanded =
        sets.expand(loinc, new ValueSets.Page(Optional.of("deprecated chest"), false, 0, 5));

    assertThat(ProfileValidator.errors(expanded)).isEmpty();
    assertThat(expanded.getExpansion().getContains())
        .isNotEmpty()
        .anyMatch(ValueSetExpansionContainsComponent::getInactive);
  }

  @Test
  void a_code_system_and_an_answer_about_an_inactive_code_conform() {
    CodeSystem summary = new CodeSystems(codes).summary(loinc);
    KnownCode code = codes.find(loinc, SUPERSEDED).orElseThrow();
    Parameters answer = new Lookups(codes, Relations.of(BuiltIn.MAP)).lookup(code, Wanted.ALL);

    assertThat(code.inactive()).isTrue();
    assertThat(ProfileValidator.errors(summary)).isEmpty();
    assertThat(ProfileValidator.errors(answer)).isEmpty();
    assertThat(answer.getParameter())
        .extracting(ParametersParameterComponent::getName)
        .startsWith("name", "version", "display");
  }
}
