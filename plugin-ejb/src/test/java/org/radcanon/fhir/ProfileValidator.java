package org.radcanon.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * FHIR R4 and the IMR profiles, checked by HAPI's validator without a terminology server. Slow to
 * make (the definitions of R4 are read), so there is one.
 */
final class ProfileValidator {
  static final FhirContext R4 = FhirContext.forR4Cached();
  private static final FhirValidator VALIDATOR = validator();

  private ProfileValidator() {}

  /** What is wrong, as {@code severity location message}; warnings and hints are left out. */
  static List<String> errors(IBaseResource resource) {
    return VALIDATOR.validateWithResult(resource).getMessages().stream()
        .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(ProfileValidator::line)
        .toList();
  }

  private static String line(SingleValidationMessage message) {
    return message.getLocationString() + ": " + message.getMessage();
  }

  private static FhirValidator validator() {
    PrePopulatedValidationSupport own = new PrePopulatedValidationSupport(R4);
    for (String json : Definitions.profiles()) {
      own.addResource(R4.newJsonParser().parseResource(json));
    }
    acquisitionModalities().forEach(own::addResource);
    ValidationSupportChain chain =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(R4),
            own,
            new InMemoryTerminologyServerValidationSupport(R4),
            new CommonCodeSystemsTerminologyService(R4),
            new SnapshotGeneratingValidationSupport(R4));
    FhirInstanceValidator instance = new FhirInstanceValidator(chain);
    instance.setErrorForUnknownProfiles(true);
    FhirValidator validator = R4.newValidator();
    validator.registerValidatorModule(instance);
    return validator;
  }

  /** The DICOM codes that R4 binds ImagingStudy.modality to, which R4 itself only names. */
  private static List<Resource> acquisitionModalities() {
    CodeSystem dcm = new CodeSystem();
    dcm.setUrl(FhirUris.DCM).setContent(CodeSystem.CodeSystemContentMode.COMPLETE);
    dcm.setStatus(org.hl7.fhir.r4.model.Enumerations.PublicationStatus.ACTIVE);
    dcm.addConcept().setCode("113014").setDisplay("Study");
    ValueSet cid29 = new ValueSet();
    cid29.setUrl(
        "http://dicom.nema.org/medical/dicom/current/output/chtml/part16/sect_CID_29.html");
    cid29.setStatus(org.hl7.fhir.r4.model.Enumerations.PublicationStatus.ACTIVE);
    ValueSet.ConceptSetComponent include = cid29.getCompose().addInclude().setSystem(FhirUris.DCM);
    Modalities.all()
        .forEach(
            coding -> {
              dcm.addConcept().setCode(coding.getCode()).setDisplay(coding.getDisplay());
              if (Modalities.isAcquisition(coding.getCode())) {
                include.addConcept().setCode(coding.getCode());
              }
            });
    return List.of(dcm, cid29);
  }
}
