package org.radcanon.enrichment;

/** The elements that this room reads or writes (PS3.6 Section 6), by keyword. */
final class Tag {
  static final int SOPClassUID = 0x00080016;
  static final int Modality = 0x00080060;
  static final int Manufacturer = 0x00080070;
  static final int InstitutionName = 0x00080080;
  static final int CodeValue = 0x00080100;
  static final int CodingSchemeDesignator = 0x00080102;
  static final int CodingSchemeVersion = 0x00080103;
  static final int CodeMeaning = 0x00080104;
  static final int CodingSchemeUID = 0x0008010C;
  static final int CodingSchemeIdentificationSequence = 0x00080110;
  static final int CodingSchemeName = 0x00080115;
  static final int CodingSchemeResponsibleOrganization = 0x00080116;
  static final int LongCodeValue = 0x00080119;
  static final int URNCodeValue = 0x00080120;
  static final int EquivalentCodeSequence = 0x00080121;
  static final int StationName = 0x00081010;
  static final int StudyDescription = 0x00081030;
  static final int ProcedureCodeSequence = 0x00081032;
  static final int SeriesDescription = 0x0008103E;
  static final int ManufacturerModelName = 0x00081090;
  static final int ContrastBolusAgent = 0x00180010;
  static final int BodyPartExamined = 0x00180015;
  static final int SoftwareVersions = 0x00181020;
  static final int ProtocolName = 0x00181030;
  static final int ViewPosition = 0x00185101;
  static final int ContributingEquipmentSequence = 0x0018A001;
  static final int ContributionDateTime = 0x0018A002;
  static final int ContributionDescription = 0x0018A003;
  static final int Laterality = 0x00200060;
  static final int ImageLaterality = 0x00200062;
  static final int RequestedProcedureDescription = 0x00321060;
  static final int RequestedProcedureCodeSequence = 0x00321064;
  static final int ScheduledProtocolCodeSequence = 0x00400008;
  static final int PerformedProcedureStepDescription = 0x00400254;
  static final int PerformedProtocolCodeSequence = 0x00400260;
  static final int RequestAttributesSequence = 0x00400275;
  static final int PurposeOfReferenceCodeSequence = 0x0040A170;
  static final int ModifiedAttributesSequence = 0x04000550;
  static final int OriginalAttributesSequence = 0x04000561;
  static final int AttributeModificationDateTime = 0x04000562;
  static final int ModifyingSystem = 0x04000563;
  static final int SourceOfPreviousValues = 0x04000564;
  static final int ReasonForTheAttributeModification = 0x04000565;

  private Tag() {}
}
