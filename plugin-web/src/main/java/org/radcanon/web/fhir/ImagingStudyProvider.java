package org.radcanon.web.fhir;

import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateAndListParam;
import ca.uhn.fhir.rest.param.ReferenceAndListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Patient;
import org.radcanon.fhir.search.Cursor;
import org.radcanon.fhir.search.StudyQuery;
import org.radcanon.fhir.search.StudyQueryBuilder;
import org.radcanon.fhir.search.StudySearch.Page;
import org.radcanon.index.IndexedStudy;

/** ImagingStudy: read, and search by the parameters of FHIR R4 and by procedure code. */
public final class ImagingStudyProvider implements IResourceProvider {
  private static final String KNOWN =
      "_lastUpdated|identifier|started|modality|procedure-code|endpoint"
          + "|(patient|subject)(:Patient)?(\\.identifier)?|_include(:iterate|:recurse)?";

  /** Instances on one page at most, but for the last study on it. */
  private static final int MAX_INSTANCES = 10_000;

  private final FhirServices services;

  ImagingStudyProvider(FhirServices services) {
    this.services = services;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return ImagingStudy.class;
  }

  /** The study with this Study Instance UID. */
  @Read
  public ImagingStudy read(@IdParam IdType id) {
    return services
        .index()
        .studyInFull(id.getIdPart())
        .map(services.resources()::imagingStudy)
        .orElseThrow(() -> new ResourceNotFoundException(id));
  }

  @Search(allowUnknownParams = true)
  public Bundle search(
      RequestDetails details,
      SummaryEnum summary,
      @Count Integer count,
      @OptionalParam(name = "_id") TokenAndListParam id,
      @OptionalParam(name = "_lastUpdated") DateAndListParam lastUpdated,
      @OptionalParam(name = "identifier") TokenAndListParam identifier,
      @OptionalParam(
              name = "patient",
              chainWhitelist = {"", "identifier"},
              targetTypes = Patient.class)
          ReferenceAndListParam patient,
      @OptionalParam(
              name = "subject",
              chainWhitelist = {"", "identifier"},
              targetTypes = Patient.class)
          ReferenceAndListParam subject,
      @OptionalParam(name = "started") DateAndListParam started,
      @OptionalParam(name = "modality") TokenAndListParam modality,
      @OptionalParam(name = "endpoint") ReferenceAndListParam endpoint,
      @OptionalParam(name = "procedure-code") TokenAndListParam procedureCode,
      @IncludeParam(
              allow = {
                "ImagingStudy:endpoint",
                "ImagingStudy:endpoint:Endpoint",
                "ImagingStudy:patient",
                "ImagingStudy:patient:Patient",
                "ImagingStudy:subject",
                "ImagingStudy:subject:Patient"
              })
          Set<Include> includes) {
    SearchRequest request = new SearchRequest(details, KNOWN, count);
    StudyQueryBuilder query = services.query();
    Values.of(id).forEach(values -> query.studyUid(Values.ids(values)));
    Values.of(identifier).forEach(values -> query.identifier(Values.tokens(values)));
    Values.of(patient).forEach(values -> addPatient(query, values, request.base()));
    Values.of(subject).forEach(values -> addPatient(query, values, request.base()));
    Values.of(lastUpdated).forEach(values -> query.lastUpdated(Values.dates(values)));
    Values.of(started).forEach(values -> query.started(Values.dates(values)));
    Values.of(modality).forEach(values -> query.modality(Values.tokens(values)));
    Values.of(endpoint).forEach(values -> addEndpoint(query, values, request.base()));
    Values.of(procedureCode).forEach(values -> query.procedureCode(Values.tokens(values)));
    boolean countOnly = summary == SummaryEnum.COUNT || request.count() == 0;
    return countOnly
        ? counted(request, query.build())
        : page(request, query.build(), includes == null ? Set.of() : includes);
  }

  private static void addPatient(
      StudyQueryBuilder query, List<ReferenceParam> values, String base) {
    boolean chained = values.stream().anyMatch(v -> "identifier".equals(v.getChain()));
    if (chained) {
      query.patientIdentifier(Values.identifiers(values));
    } else {
      query.patient(Values.references(values, "Patient", base));
    }
  }

  private static void addEndpoint(
      StudyQueryBuilder query, List<ReferenceParam> values, String base) {
    query.studyUid(
        Values.references(values, "Endpoint", base).stream().map(uid -> uid.orElse("")).toList());
  }

  private Bundle page(SearchRequest request, StudyQuery query, Set<Include> includes) {
    Page page = services.search().find(query, request.count(), MAX_INSTANCES, request.cursor());
    Searchset answer = new Searchset(request);
    for (IndexedStudy study : page.studies()) {
      // Gone since it was found: no longer a match.
      services
          .index()
          .studyInFull(study.studyUid())
          .map(services.resources()::imagingStudy)
          .ifPresent(answer::match);
    }
    for (IndexedStudy study : page.studies()) {
      include(answer, study, includes, PublicAddress.webBase(request.base()));
    }
    return answer.toBundle(page.next(), page.total());
  }

  private void include(
      Searchset answer, IndexedStudy study, Set<Include> includes, String webBase) {
    if (wants(includes, "endpoint")) {
      answer.include(services.resources().endpoint(study.studyUid(), webBase));
    }
    if (wants(includes, "patient") || wants(includes, "subject")) {
      answer.include(services.resources().patient(study.patient()));
    }
  }

  private static boolean wants(Set<Include> includes, String parameter) {
    return includes.stream().anyMatch(i -> Objects.equals(i.getParamName(), parameter));
  }

  /** {@code _summary=count}: how many there are, and none of them. */
  private Bundle counted(SearchRequest request, StudyQuery query) {
    OptionalInt total =
        services.search().find(query, Integer.MAX_VALUE, Integer.MAX_VALUE, Cursor.START).total();
    if (total.isEmpty()) {
      throw new InvalidRequestException("too many studies to count; narrow the search down");
    }
    return new Searchset(request).toBundle(Optional.empty(), total);
  }
}
