package org.radcanon.studies.image;

import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.Code;
import org.radcanon.studies.writer.DicomObject;

/** Basic Text SR IOD (PS3.3 A.35.1): a report with one paragraph of findings (TID 2000). */
final class BasicTextReport {

  private BasicTextReport() {}

  static void fill(DicomObject object, Shot shot) {
    object
        .set(Attribute.CONTENT_DATE, object.text(Attribute.STUDY_DATE).orElseThrow())
        .set(Attribute.CONTENT_TIME, shot.time())
        .set(Attribute.COMPLETION_FLAG, "COMPLETE")
        .set(Attribute.VERIFICATION_FLAG, "UNVERIFIED")
        .empty(Attribute.PERFORMED_PROCEDURE_CODE_SEQUENCE)
        .empty(Attribute.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE)
        .set(Attribute.VALUE_TYPE, "CONTAINER")
        .set(Attribute.CONTINUITY_OF_CONTENT, "SEPARATE")
        .items(
            Attribute.CONCEPT_NAME_CODE_SEQUENCE,
            new Code("18748-4", "LN", "Diagnostic imaging report").item())
        .items(Attribute.CONTENT_SEQUENCE, findings());
  }

  private static DicomObject findings() {
    DicomObject paragraph =
        DicomObject.create()
            .set(Attribute.RELATIONSHIP_TYPE, "CONTAINS")
            .set(Attribute.VALUE_TYPE, "TEXT")
            .items(
                Attribute.CONCEPT_NAME_CODE_SEQUENCE, new Code("121071", "DCM", "Finding").item())
            .set(Attribute.TEXT_VALUE, "A phantom of ellipses. No abnormality was drawn.");
    return DicomObject.create()
        .set(Attribute.RELATIONSHIP_TYPE, "CONTAINS")
        .set(Attribute.VALUE_TYPE, "CONTAINER")
        .set(Attribute.CONTINUITY_OF_CONTENT, "SEPARATE")
        .items(Attribute.CONCEPT_NAME_CODE_SEQUENCE, new Code("121070", "DCM", "Findings").item())
        .items(Attribute.CONTENT_SEQUENCE, paragraph);
  }
}
