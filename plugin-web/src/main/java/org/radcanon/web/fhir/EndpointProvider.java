package org.radcanon.web.fhir;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.IdType;
import org.radcanon.fhir.search.StudyQueryBuilder;
import org.radcanon.fhir.search.StudySearch.Page;
import org.radcanon.index.IndexedStudy;

/** Endpoint: read, and search by id. A study's Endpoint has the study's id. */
public final class EndpointProvider implements IResourceProvider {
  private final FhirServices services;

  EndpointProvider(FhirServices services) {
    this.services = services;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return Endpoint.class;
  }

  /** Where the study with this Study Instance UID is retrieved. */
  @Read
  public Endpoint read(@IdParam IdType id, RequestDetails details) {
    return services
        .index()
        .study(id.getIdPart())
        .map(IndexedStudy::studyUid)
        .map(uid -> endpoint(uid, details.getFhirServerBase()))
        .orElseThrow(() -> new ResourceNotFoundException(id));
  }

  @Search(allowUnknownParams = true)
  public Bundle search(
      RequestDetails details,
      @Count Integer count,
      @RequiredParam(name = "_id") TokenAndListParam id) {
    SearchRequest request = new SearchRequest(details, "_id", count);
    StudyQueryBuilder query = services.query();
    Values.of(id).forEach(values -> query.studyUid(Values.ids(values)));
    Page page =
        services.search().find(query.build(), request.count(), Integer.MAX_VALUE, request.cursor());
    Searchset answer = new Searchset(request);
    page.studies().forEach(study -> answer.match(endpoint(study.studyUid(), request.base())));
    return answer.toBundle(page.next(), page.total());
  }

  private Endpoint endpoint(String studyUid, String fhirBase) {
    return services.resources().endpoint(studyUid, PublicAddress.webBase(fhirBase));
  }
}
