package org.radcanon.web.fhir;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.radcanon.fhir.search.Cursor;
import org.radcanon.fhir.search.StudyQueryBuilder;
import org.radcanon.fhir.search.StudySearch.Page;
import org.radcanon.index.IndexedPatient;

/**
 * Patient: read, and search by id or identifier. A patient is known by the studies; there is no
 * list of all patients, so a search has to say which.
 */
public final class PatientProvider implements IResourceProvider {

  /** Studies looked at for one page of patients. */
  private static final int MAX_STUDIES = 5_000;

  private final FhirServices services;

  PatientProvider(FhirServices services) {
    this.services = services;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return Patient.class;
  }

  @Read
  public Patient read(@IdParam IdType id) {
    return services
        .index()
        .patient(id.getIdPart())
        .map(services.resources()::patient)
        .orElseThrow(() -> new ResourceNotFoundException(id));
  }

  @Search(allowUnknownParams = true)
  public Bundle search(
      RequestDetails details,
      @Count Integer count,
      @OptionalParam(name = "_id") TokenAndListParam id,
      @OptionalParam(name = "identifier") TokenAndListParam identifier) {
    SearchRequest request = new SearchRequest(details, "identifier", count);
    if (id == null && identifier == null) {
      throw new InvalidRequestException("a search for patients needs _id or identifier");
    }
    StudyQueryBuilder query = services.query();
    Values.of(id)
        .forEach(values -> query.patient(Values.ids(values).stream().map(Optional::of).toList()));
    Values.of(identifier).forEach(values -> query.patientIdentifier(Values.tokens(values)));
    Page page = services.search().find(query.build(), MAX_STUDIES, Integer.MAX_VALUE, Cursor.START);
    if (page.next().isPresent()) {
      throw new InvalidRequestException("too many studies of these patients; search for one");
    }
    return answer(request, distinct(page));
  }

  private static List<IndexedPatient> distinct(Page page) {
    Map<String, IndexedPatient> patients = new LinkedHashMap<>();
    page.studies().forEach(s -> patients.putIfAbsent(s.patient().id(), s.patient()));
    return List.copyOf(patients.values());
  }

  private Bundle answer(SearchRequest request, List<IndexedPatient> patients) {
    int from = request.cursor().offset();
    Searchset answer = new Searchset(request);
    patients.stream()
        .skip(from)
        .limit(request.count())
        .map(services.resources()::patient)
        .forEach(answer::match);
    int next = from + request.count();
    return answer.toBundle(
        next < patients.size() && request.count() > 0
            ? Optional.of(new Cursor(0, next))
            : Optional.empty(),
        OptionalInt.of(patients.size()));
  }
}
