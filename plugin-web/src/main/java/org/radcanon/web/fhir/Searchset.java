package org.radcanon.web.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.radcanon.fhir.search.Cursor;

/** The answer to a search: a Bundle of type searchset (FHIR R4 Search, response). */
final class Searchset {
  private final SearchRequest request;
  private final List<Resource> matches = new ArrayList<>();

  /** By type and id, so that what several matches share is included once. */
  private final Map<String, Resource> included = new LinkedHashMap<>();

  Searchset(SearchRequest request) {
    this.request = request;
  }

  void match(Resource resource) {
    matches.add(resource);
  }

  void include(Resource resource) {
    included.putIfAbsent(relativeUrl(resource), resource);
  }

  /**
   * @param next where the next page begins
   * @param total all matches on all pages, where known; the standard lets a server leave it out
   */
  Bundle toBundle(Optional<Cursor> next, OptionalInt total) {
    Bundle bundle = new Bundle().setType(BundleType.SEARCHSET);
    total.ifPresentOrElse(
        bundle::setTotal, () -> bundle.setUserData(UnknownTotals.UNKNOWN, Boolean.TRUE));
    bundle.addLink().setRelation("self").setUrl(request.selfLink());
    next.ifPresent(page -> bundle.addLink().setRelation("next").setUrl(request.linkTo(page)));
    matches.forEach(resource -> add(bundle, resource, SearchEntryMode.MATCH));
    included.values().forEach(resource -> add(bundle, resource, SearchEntryMode.INCLUDE));
    if (!request.ignored().isEmpty()) {
      bundle
          .addEntry()
          .setResource(ignoredParameters())
          .getSearch()
          .setMode(SearchEntryMode.OUTCOME);
    }
    return bundle;
  }

  private void add(Bundle bundle, Resource resource, SearchEntryMode mode) {
    bundle
        .addEntry()
        .setFullUrl(request.base() + "/" + relativeUrl(resource))
        .setResource(resource)
        .getSearch()
        .setMode(mode);
  }

  private OperationOutcome ignoredParameters() {
    OperationOutcome outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.WARNING)
        .setCode(IssueType.NOTSUPPORTED)
        .setDiagnostics("ignored, not supported: " + String.join(", ", request.ignored()));
    return outcome;
  }

  private static String relativeUrl(Resource resource) {
    return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
  }
}
