package org.radcanon.studies;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.radcanon.studies.image.Noise;
import org.radcanon.studies.image.Shot;
import org.radcanon.studies.image.View;
import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.Code;
import org.radcanon.studies.writer.DicomObject;

/** Turns a procedure into a study: the modules that all its instances share, and their UIDs. */
final class StudyAssembler {

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 700;
  private static final List<String> FAMILIES =
      List.of("Ellipse", "Gradient", "Phantom", "Testcase", "Sample", "Specimen");
  private static final List<String> GIVEN = List.of("Ada", "Ben", "Cleo", "Dan", "Eva", "Finn");

  private final StudyMaker maker;
  private final String name;
  private final String studyUid;
  private final String date;
  private final String time;
  private final int number;

  StudyAssembler(StudyMaker maker, String place) {
    this.maker = maker;
    this.name = maker.seed() + "/" + place;
    Noise noise = Noise.of(maker.seed(), place);
    studyUid = Uids.of(name);
    date = FIRST_DAY.plusDays(noise.below(DAYS)).format(DateTimeFormatter.BASIC_ISO_DATE);
    time =
        String.format(
            Locale.ROOT, "%02d%02d%02d", 7 + noise.below(12), noise.below(60), noise.below(60));
    number = noise.below(1_000_000);
  }

  Study assemble(Procedure procedure) {
    int seriesCount = maker.series().orElse(procedure.views().size());
    List<Instance> instances = new ArrayList<>();
    for (int series = 0; series < seriesCount; series++) {
      View view = procedure.views().get(series % procedure.views().size());
      int count = maker.instances().orElse(view.iod().crossSectional() ? StudyMaker.SLICES : 1);
      for (int index = 0; index < count; index++) {
        instances.add(instance(procedure, view, series, index, count));
      }
    }
    return new Study(studyUid, procedure, instances);
  }

  private Instance instance(Procedure procedure, View view, int series, int index, int count) {
    String seriesUid = Uids.of(name + "/" + series);
    String place = name + "/" + series + "/" + index;
    String sopInstanceUid = Uids.of(place);
    return new Instance(
        studyUid,
        seriesUid,
        sopInstanceUid,
        view.iod().sopClassUid(),
        () -> {
          DicomObject object = DicomObject.create().characterSet(procedure.characterSet());
          patient(object, procedure);
          study(object, procedure);
          series(object, procedure, view, series, seriesUid);
          object
              .set(Attribute.SOP_CLASS_UID, view.iod().sopClassUid())
              .set(Attribute.SOP_INSTANCE_UID, sopInstanceUid)
              .set(Attribute.INSTANCE_NUMBER, index + 1)
              .set(Attribute.CONTENT_DATE, date)
              .set(Attribute.CONTENT_TIME, time);
          view.iod()
              .fill(
                  object,
                  new Shot(
                      view,
                      index,
                      count,
                      maker.size(),
                      Uids.of(name + "/frame of reference"),
                      time,
                      Noise.of(maker.seed(), place)));
          return object;
        });
  }

  private void patient(DicomObject object, Procedure procedure) {
    Noise noise = Noise.of(maker.seed(), name + "/patient");
    String madeUp = noise.oneOf(FAMILIES) + "^" + noise.oneOf(GIVEN);
    object
        .set(
            Attribute.PATIENT_NAME,
            procedure.patientName().isEmpty() ? madeUp : procedure.patientName())
        .set(Attribute.PATIENT_ID, String.format(Locale.ROOT, "TEST-%06d", number))
        .set(Attribute.PATIENT_BIRTH_DATE, (1940 + noise.below(60)) + "0101")
        .set(Attribute.PATIENT_SEX, noise.oneOf(List.of("F", "M", "O")))
        .set(Attribute.PATIENT_IDENTITY_REMOVED, "YES")
        .set(Attribute.DEIDENTIFICATION_METHOD, "Synthetic: no patient");
  }

  private void study(DicomObject object, Procedure procedure) {
    object
        .set(Attribute.STUDY_INSTANCE_UID, studyUid)
        .set(Attribute.STUDY_DATE, date)
        .set(Attribute.STUDY_TIME, time)
        .set(Attribute.REFERRING_PHYSICIAN_NAME, "Referrer^Rita")
        .set(Attribute.STUDY_ID, String.valueOf(number))
        .set(Attribute.ACCESSION_NUMBER, "A" + number);
    if (!procedure.description().isEmpty()) {
      object.set(Attribute.STUDY_DESCRIPTION, procedure.description());
    }
    procedure
        .performed()
        .ifPresent(code -> object.items(Attribute.PROCEDURE_CODE_SEQUENCE, code.item()));
  }

  private void series(
      DicomObject object, Procedure procedure, View view, int series, String seriesUid) {
    object
        .set(Attribute.MODALITY, view.iod().modality())
        .set(Attribute.SERIES_INSTANCE_UID, seriesUid)
        .set(Attribute.SERIES_NUMBER, series + 1)
        .set(Attribute.SERIES_DATE, date)
        .set(Attribute.SERIES_TIME, time)
        .set(Attribute.SERIES_DESCRIPTION, view.seriesDescription())
        .set(Attribute.MANUFACTURER, "Radcanon Phantoms")
        .set(Attribute.MANUFACTURER_MODEL_NAME, "Ellipse " + view.iod().modality())
        .set(Attribute.DEVICE_SERIAL_NUMBER, "0001")
        .set(Attribute.SOFTWARE_VERSIONS, "1.0")
        .set(Attribute.INSTITUTION_NAME, Procedure.INSTITUTION)
        .set(Attribute.STATION_NAME, "TEST" + view.iod().modality() + "1");
    if (view.iod().crossSectional() && view.bodyPart().paired()) {
      object.empty(Attribute.LATERALITY);
    }
    if (view.iod().image()) {
      object
          .set(Attribute.ACQUISITION_DATE, date)
          .set(Attribute.ACQUISITION_TIME, time)
          .set(Attribute.BODY_PART_EXAMINED, view.bodyPart().name())
          .set(Attribute.PROTOCOL_NAME, view.seriesDescription());
    }
    procedure
        .requested()
        .ifPresent(code -> object.items(Attribute.REQUEST_ATTRIBUTES_SEQUENCE, request(code)));
    procedure
        .protocol()
        .ifPresent(code -> object.items(Attribute.PERFORMED_PROTOCOL_CODE_SEQUENCE, code.item()));
  }

  private DicomObject request(Code code) {
    return DicomObject.create()
        .set(Attribute.REQUESTED_PROCEDURE_ID, "R" + number)
        .set(Attribute.REQUESTED_PROCEDURE_DESCRIPTION, code.meaning())
        .items(Attribute.REQUESTED_PROCEDURE_CODE_SEQUENCE, code.item())
        .set(Attribute.SCHEDULED_PROCEDURE_STEP_ID, "S" + number);
  }
}
