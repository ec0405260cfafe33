package org.radcanon.web.dicomweb;

import java.util.Set;
import java.util.function.IntPredicate;
import org.radcanon.dicom.Tag;
import org.radcanon.index.StudyIndex.Level;

/**
 * Which attributes a match is answered with (PS3.18 Tables 10.6.3-3 to 10.6.3-5): those of the
 * table, those matched by or asked for, or all. Study Description is given besides, as every viewer
 * lists it.
 */
final class QidoAttributes {

  private static final Set<Integer> STUDY =
      Set.of(
          Tag.StudyDate,
          Tag.StudyTime,
          Tag.AccessionNumber,
          Tag.ModalitiesInStudy,
          Tag.ReferringPhysicianName,
          Tag.TimezoneOffsetFromUTC,
          Tag.StudyDescription,
          Tag.PatientName,
          Tag.PatientID,
          Tag.PatientBirthDate,
          Tag.PatientSex,
          Tag.StudyInstanceUID,
          Tag.StudyID,
          Tag.NumberOfStudyRelatedSeries,
          Tag.NumberOfStudyRelatedInstances);

  private static final Set<Integer> SERIES =
      Set.of(
          Tag.Modality,
          Tag.TimezoneOffsetFromUTC,
          Tag.SeriesDescription,
          Tag.SeriesInstanceUID,
          Tag.SeriesNumber,
          Tag.NumberOfSeriesRelatedInstances,
          Tag.PerformedProcedureStepStartDate,
          Tag.PerformedProcedureStepStartTime,
          Tag.RequestAttributesSequence);

  private static final Set<Integer> INSTANCE =
      Set.of(
          Tag.SOPClassUID,
          Tag.SOPInstanceUID,
          Tag.TimezoneOffsetFromUTC,
          Tag.InstanceNumber,
          Tag.NumberOfFrames,
          Tag.Rows,
          Tag.Columns,
          Tag.BitsAllocated);

  private QidoAttributes() {}

  /** The attributes of one level that an answer has. */
  static IntPredicate wanted(Level level, QidoRequest request) {
    Set<Integer> table =
        switch (level) {
          case STUDY -> STUDY;
          case SERIES -> SERIES;
          case INSTANCE -> INSTANCE;
        };
    return tag -> request.all() || table.contains(tag) || request.included().contains(tag);
  }

  /** The attributes of a level above whose own table does not apply, as the URL names its UID. */
  static IntPredicate askedFor(int uid, QidoRequest request) {
    return tag -> tag == uid || request.included().contains(tag);
  }
}
