package org.radcanon.fhir;

import java.time.ZoneId;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Patient;
import org.radcanon.index.IndexedPatient;
import org.radcanon.index.IndexedStudy;
import org.radcanon.terminology.CanonicalMap;

/** What the index holds as FHIR R4 resources. Pure; safe for use by many threads. */
public final class StudyResources {
  private final ImagingStudyMapper studies;

  /**
   * @param map names the codes of a study's concept
   * @param zone of dates and times that come without Timezone Offset From UTC (0008,0201)
   */
  public StudyResources(CanonicalMap map, ZoneId zone) {
    this.studies = new ImagingStudyMapper(map, zone);
  }

  /**
   * An IMR ImagingStudy, its id the Study Instance UID, its version the time of its last change.
   *
   * @param study with its series and instances
   */
  public ImagingStudy imagingStudy(IndexedStudy study) {
    return studies.imagingStudy(study);
  }

  /**
   * The IMR Imaging Study Endpoint of a study, its id the Study Instance UID.
   *
   * @param webBase URL of the web context as clients reach it, such as {@code
   *     https://pacs.example.org/radcanon}
   */
  public Endpoint endpoint(String studyUid, String webBase) {
    return EndpointMapper.endpoint(
        studyUid, webBase.endsWith("/") ? webBase.substring(0, webBase.length() - 1) : webBase);
  }

  /** A Patient, its id the index's. */
  public Patient patient(IndexedPatient patient) {
    return PatientMapper.patient(patient);
  }
}
