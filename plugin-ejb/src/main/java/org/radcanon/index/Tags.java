package org.radcanon.index;

/** Tags (PS3.6 Section 6) that this room reads by name. */
final class Tags {
  static final int SOP_CLASS_UID = 0x00080016;
  static final int SOP_INSTANCE_UID = 0x00080018;
  static final int STUDY_DATE = 0x00080020;
  static final int SERIES_DATE = 0x00080021;
  static final int STUDY_TIME = 0x00080030;
  static final int SERIES_TIME = 0x00080031;
  static final int ACCESSION_NUMBER = 0x00080050;
  static final int ISSUER_OF_ACCESSION_NUMBER_SEQUENCE = 0x00080051;
  static final int INSTANCE_AVAILABILITY = 0x00080056;
  static final int MODALITY = 0x00080060;
  static final int MODALITIES_IN_STUDY = 0x00080061;
  static final int SOP_CLASSES_IN_STUDY = 0x00080062;
  static final int INSTITUTION_NAME = 0x00080080;
  static final int REFERRING_PHYSICIAN_NAME = 0x00080090;
  static final int CODE_VALUE = 0x00080100;
  static final int CODING_SCHEME_DESIGNATOR = 0x00080102;
  static final int CODING_SCHEME_VERSION = 0x00080103;
  static final int CODE_MEANING = 0x00080104;
  static final int LONG_CODE_VALUE = 0x00080119;
  static final int URN_CODE_VALUE = 0x00080120;
  static final int EQUIVALENT_CODE_SEQUENCE = 0x00080121;
  static final int TIMEZONE_OFFSET_FROM_UTC = 0x00080201;
  static final int STATION_NAME = 0x00081010;
  static final int STUDY_DESCRIPTION = 0x00081030;
  static final int PROCEDURE_CODE_SEQUENCE = 0x00081032;
  static final int SERIES_DESCRIPTION = 0x0008103E;
  static final int PATIENT_NAME = 0x00100010;
  static final int PATIENT_ID = 0x00100020;
  static final int ISSUER_OF_PATIENT_ID = 0x00100021;
  static final int PATIENT_BIRTH_DATE = 0x00100030;
  static final int PATIENT_SEX = 0x00100040;
  static final int BODY_PART_EXAMINED = 0x00180015;
  static final int STUDY_INSTANCE_UID = 0x0020000D;
  static final int SERIES_INSTANCE_UID = 0x0020000E;
  static final int STUDY_ID = 0x00200010;
  static final int SERIES_NUMBER = 0x00200011;
  static final int INSTANCE_NUMBER = 0x00200013;
  static final int LATERALITY = 0x00200060;
  static final int NUMBER_OF_STUDY_RELATED_SERIES = 0x00201206;
  static final int NUMBER_OF_STUDY_RELATED_INSTANCES = 0x00201208;
  static final int NUMBER_OF_SERIES_RELATED_INSTANCES = 0x00201209;
  static final int SCHEDULED_PROCEDURE_STEP_ID = 0x00400009;
  static final int LOCAL_NAMESPACE_ENTITY_ID = 0x00400031;
  static final int UNIVERSAL_ENTITY_ID = 0x00400032;
  static final int PERFORMED_PROCEDURE_STEP_START_DATE = 0x00400244;
  static final int PERFORMED_PROCEDURE_STEP_START_TIME = 0x00400245;
  static final int REQUEST_ATTRIBUTES_SEQUENCE = 0x00400275;
  static final int REQUESTED_PROCEDURE_ID = 0x00401001;

  /** The group of the patient's attributes. */
  static final int PATIENT_GROUP = 0x0010;

  private Tags() {}
}
