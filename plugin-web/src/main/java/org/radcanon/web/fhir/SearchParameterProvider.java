package org.radcanon.web.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.SearchParameter;
import org.radcanon.fhir.Definitions;

/** SearchParameter: the one that is radcanon's own, {@code procedure-code} on ImagingStudy. */
public final class SearchParameterProvider implements IResourceProvider {
  private final FhirContext context;

  SearchParameterProvider(FhirContext context) {
    this.context = context;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return SearchParameter.class;
  }

  @Read
  public SearchParameter read(@IdParam IdType id) {
    SearchParameter own = procedureCode(context);
    if (!own.getIdElement().getIdPart().equals(id.getIdPart())) {
      throw new ResourceNotFoundException(id);
    }
    return own;
  }

  static SearchParameter procedureCode(FhirContext context) {
    return context
        .newJsonParser()
        .parseResource(
            SearchParameter.class, Definitions.read(Definitions.PROCEDURE_CODE_PARAMETER));
  }
}
