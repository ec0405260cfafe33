package org.radcanon.it;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.radcanon.fhir.Definitions;

/**
 * What a server answers, as text, before HAPI's validator with FHIR R4 and the IMR profiles.
 * Resources are checked against the profiles that they claim in {@code meta.profile}. Code systems
 * that R4 does not bring (DCM, SNOMED CT, LOINC) are not looked into.
 */
final class FhirProfiles {
  static final FhirContext R4 = FhirContext.forR4Cached();
  private static final FhirValidator VALIDATOR = validator();

  private FhirProfiles() {}

  /** Everything that is wrong, a line each. */
  static List<String> errors(String jsonOrXml) {
    return VALIDATOR.validateWithResult(jsonOrXml).getMessages().stream()
        .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(m -> m.getLocationString() + ": " + m.getMessage())
        .toList();
  }

  private static FhirValidator validator() {
    PrePopulatedValidationSupport imr = new PrePopulatedValidationSupport(R4);
    Definitions.profiles().forEach(json -> imr.addResource(R4.newJsonParser().parseResource(json)));
    FhirInstanceValidator instance =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                imr,
                new InMemoryTerminologyServerValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new SnapshotGeneratingValidationSupport(R4)));
    instance.setErrorForUnknownProfiles(true);
    return R4.newValidator().registerValidatorModule(instance);
  }
}
