package org.radcanon.web.fhir;

import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import org.radcanon.fhir.StudyResources;
import org.radcanon.fhir.search.StudyQueryBuilder;
import org.radcanon.fhir.search.StudySearch;
import org.radcanon.index.StudyIndex;
import org.radcanon.intake.MapDesk;
import org.radcanon.terminology.CanonicalMap;

/**
 * What the resource providers work with.
 *
 * @param zone of study dates and times without an offset
 * @param publicUrl of the web context, where it is not that of the request
 */
record FhirServices(
    StudyIndex index, CanonicalMap map, MapDesk maps, ZoneId zone, Optional<URI> publicUrl) {

  StudyResources resources() {
    return new StudyResources(map, zone);
  }

  StudySearch search() {
    return new StudySearch(index);
  }

  StudyQueryBuilder query() {
    return new StudyQueryBuilder(index, map, zone);
  }
}
