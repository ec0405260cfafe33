package org.radcanon.dicom;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tags as {@code ggggeeee} (PS3.6), to be compared unsigned; constants bear the keyword of the
 * registry. See {@link Dictionary} for all the others.
 */
public final class Tag {
  // File meta information, PS3.10 7.1
  public static final int FileMetaInformationGroupLength = 0x00020000;
  public static final int FileMetaInformationVersion = 0x00020001;
  public static final int MediaStorageSOPClassUID = 0x00020002;
  public static final int MediaStorageSOPInstanceUID = 0x00020003;
  public static final int TransferSyntaxUID = 0x00020010;
  public static final int ImplementationClassUID = 0x00020012;
  public static final int ImplementationVersionName = 0x00020013;

  // SOP common and study, series, instance keys: PS3.18 Tables 10.6.1-5 and 10.6.3-3 to -5
  public static final int SpecificCharacterSet = 0x00080005;
  public static final int ImageType = 0x00080008;
  public static final int SOPClassUID = 0x00080016;
  public static final int SOPInstanceUID = 0x00080018;
  public static final int StudyDate = 0x00080020;
  public static final int SeriesDate = 0x00080021;
  public static final int AcquisitionDate = 0x00080022;
  public static final int ContentDate = 0x00080023;
  public static final int AcquisitionDateTime = 0x0008002A;
  public static final int StudyTime = 0x00080030;
  public static final int SeriesTime = 0x00080031;
  public static final int AcquisitionTime = 0x00080032;
  public static final int ContentTime = 0x00080033;
  public static final int AccessionNumber = 0x00080050;
  public static final int IssuerOfAccessionNumberSequence = 0x00080051;
  public static final int QueryRetrieveLevel = 0x00080052;
  public static final int RetrieveAETitle = 0x00080054;
  public static final int InstanceAvailability = 0x00080056;
  public static final int FailedSOPInstanceUIDList = 0x00080058;
  public static final int Modality = 0x00080060;
  public static final int ModalitiesInStudy = 0x00080061;
  public static final int SOPClassesInStudy = 0x00080062;
  public static final int ConversionType = 0x00080064;
  public static final int Manufacturer = 0x00080070;
  public static final int InstitutionName = 0x00080080;
  public static final int InstitutionAddress = 0x00080081;
  public static final int ReferringPhysicianName = 0x00080090;
  public static final int TimezoneOffsetFromUTC = 0x00080201;
  public static final int StationName = 0x00081010;
  public static final int StudyDescription = 0x00081030;
  public static final int SeriesDescription = 0x0008103E;
  public static final int SeriesDescriptionCodeSequence = 0x0008103F;
  public static final int InstitutionalDepartmentName = 0x00081040;
  public static final int ManufacturerModelName = 0x00081090;
  public static final int ReferencedPerformedProcedureStepSequence = 0x00081111;
  public static final int ReferencedSeriesSequence = 0x00081115;
  public static final int ReferencedSOPClassUID = 0x00081150;
  public static final int ReferencedSOPInstanceUID = 0x00081155;
  public static final int RetrieveURL = 0x00081190;
  public static final int WarningReason = 0x00081196;
  public static final int FailureReason = 0x00081197;
  public static final int FailedSOPSequence = 0x00081198;
  public static final int ReferencedSOPSequence = 0x00081199;
  public static final int OtherFailuresSequence = 0x0008119A;
  public static final int AnatomicRegionSequence = 0x00082218;

  // Codes, PS3.3 8.8 and C.12.1 (Coding Scheme Identification)
  public static final int CodeValue = 0x00080100;
  public static final int CodingSchemeDesignator = 0x00080102;
  public static final int CodingSchemeVersion = 0x00080103;
  public static final int CodeMeaning = 0x00080104;
  public static final int MappingResource = 0x00080105;
  public static final int ContextIdentifier = 0x0008010F;
  public static final int CodingSchemeIdentificationSequence = 0x00080110;
  public static final int CodingSchemeRegistry = 0x00080112;
  public static final int CodingSchemeExternalID = 0x00080114;
  public static final int CodingSchemeName = 0x00080115;
  public static final int CodingSchemeResponsibleOrganization = 0x00080116;
  public static final int ContextUID = 0x00080117;
  public static final int MappingResourceUID = 0x00080118;
  public static final int LongCodeValue = 0x00080119;
  public static final int CodingSchemeUID = 0x0008010C;
  public static final int URNCodeValue = 0x00080120;
  public static final int EquivalentCodeSequence = 0x00080121;
  public static final int MappingResourceName = 0x00080122;

  // Procedure codes and where else they live
  public static final int ProcedureCodeSequence = 0x00081032;
  public static final int RequestedProcedureDescription = 0x00321060;
  public static final int RequestedProcedureCodeSequence = 0x00321064;
  public static final int ScheduledProcedureStepDescription = 0x00400007;
  public static final int ScheduledProtocolCodeSequence = 0x00400008;
  public static final int ScheduledProcedureStepID = 0x00400009;
  public static final int PerformedProcedureStepStartDate = 0x00400244;
  public static final int PerformedProcedureStepStartTime = 0x00400245;
  public static final int PerformedProcedureStepID = 0x00400253;
  public static final int PerformedProcedureStepDescription = 0x00400254;
  public static final int PerformedProtocolCodeSequence = 0x00400260;
  public static final int RequestAttributesSequence = 0x00400275;
  public static final int RequestedProcedureID = 0x00401001;
  public static final int ReasonForTheRequestedProcedure = 0x00401002;
  public static final int ReasonForRequestedProcedureCodeSequence = 0x0040100A;

  // Entity identifiers, PS3.3 Table 10-17
  public static final int LocalNamespaceEntityID = 0x00400031;
  public static final int UniversalEntityID = 0x00400032;
  public static final int UniversalEntityIDType = 0x00400033;

  // Patient
  public static final int PatientName = 0x00100010;
  public static final int PatientID = 0x00100020;
  public static final int IssuerOfPatientID = 0x00100021;
  public static final int IssuerOfPatientIDQualifiersSequence = 0x00100024;
  public static final int PatientBirthDate = 0x00100030;
  public static final int PatientSex = 0x00100040;
  public static final int OtherPatientIDsSequence = 0x00101002;
  public static final int PatientAge = 0x00101010;
  public static final int PatientSize = 0x00101020;
  public static final int PatientWeight = 0x00101030;
  public static final int PatientComments = 0x00104000;

  // Acquisition
  public static final int ContrastBolusAgent = 0x00180010;
  public static final int ContrastBolusAgentSequence = 0x00180012;
  public static final int BodyPartExamined = 0x00180015;
  public static final int ScanningSequence = 0x00180020;
  public static final int SequenceName = 0x00180024;
  public static final int SliceThickness = 0x00180050;
  public static final int KVP = 0x00180060;
  public static final int DeviceSerialNumber = 0x00181000;
  public static final int SoftwareVersions = 0x00181020;
  public static final int ProtocolName = 0x00181030;
  public static final int ContrastBolusRoute = 0x00181040;
  public static final int PatientPosition = 0x00185100;
  public static final int ViewPosition = 0x00185101;

  // Contributing equipment, PS3.3 C.12.1.1.5
  public static final int ContributionDateTime = 0x0018A002;
  public static final int ContributionDescription = 0x0018A003;
  public static final int ContributingEquipmentSequence = 0x0018A001;
  public static final int PurposeOfReferenceCodeSequence = 0x0040A170;

  // Study, series, instance
  public static final int StudyInstanceUID = 0x0020000D;
  public static final int SeriesInstanceUID = 0x0020000E;
  public static final int StudyID = 0x00200010;
  public static final int SeriesNumber = 0x00200011;
  public static final int AcquisitionNumber = 0x00200012;
  public static final int InstanceNumber = 0x00200013;
  public static final int ImagePositionPatient = 0x00200032;
  public static final int ImageOrientationPatient = 0x00200037;
  public static final int FrameOfReferenceUID = 0x00200052;
  public static final int Laterality = 0x00200060;
  public static final int ImageLaterality = 0x00200062;
  public static final int NumberOfStudyRelatedSeries = 0x00201206;
  public static final int NumberOfStudyRelatedInstances = 0x00201208;
  public static final int NumberOfSeriesRelatedInstances = 0x00201209;
  public static final int ImageComments = 0x00204000;

  // Image pixel module, PS3.3 C.7.6.3
  public static final int SamplesPerPixel = 0x00280002;
  public static final int PhotometricInterpretation = 0x00280004;
  public static final int PlanarConfiguration = 0x00280006;
  public static final int NumberOfFrames = 0x00280008;
  public static final int Rows = 0x00280010;
  public static final int Columns = 0x00280011;
  public static final int PixelSpacing = 0x00280030;
  public static final int BitsAllocated = 0x00280100;
  public static final int BitsStored = 0x00280101;
  public static final int HighBit = 0x00280102;
  public static final int PixelRepresentation = 0x00280103;
  public static final int PixelPaddingValue = 0x00280120;
  public static final int WindowCenter = 0x00281050;
  public static final int WindowWidth = 0x00281051;
  public static final int RescaleIntercept = 0x00281052;
  public static final int RescaleSlope = 0x00281053;
  public static final int PixelData = 0x7FE00010;

  // Structured reports, PS3.3 C.17
  public static final int ValueType = 0x0040A040;
  public static final int ConceptNameCodeSequence = 0x0040A043;
  public static final int ConceptCodeSequence = 0x0040A168;
  public static final int ContentSequence = 0x0040A730;

  // Original attributes, PS3.3 C.12.1.1.9
  public static final int SelectorAttribute = 0x00720026;
  public static final int OriginalAttributesSequence = 0x04000561;
  public static final int AttributeModificationDateTime = 0x04000562;
  public static final int ModifyingSystem = 0x04000563;
  public static final int SourceOfPreviousValues = 0x04000564;
  public static final int ReasonForTheAttributeModification = 0x04000565;
  public static final int ModifiedAttributesSequence = 0x04000550;
  public static final int NonconformingModifiedAttributesSequence = 0x04000551;
  public static final int NonconformingDataElementValue = 0x04000552;

  // Structure, PS3.5 7.5, 7.2
  public static final int DataSetTrailingPadding = 0xFFFCFFFC;
  public static final int Item = 0xFFFEE000;
  public static final int ItemDelimitationItem = 0xFFFEE00D;
  public static final int SequenceDelimitationItem = 0xFFFEE0DD;

  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{8}");

  private Tag() {}

  /**
   * The tag of {@code 00081032} (either case) or of {@code ProcedureCodeSequence} (exact case), as
   * PS3.18 8.3.4.1 lets either stand. Empty for anything else.
   */
  public static Optional<Integer> parse(String text) {
    return HEX.matcher(text).matches()
        ? Optional.of(Integer.parseUnsignedInt(text, 16))
        : Dictionary.find(text).map(Dictionary.Entry::tag);
  }

  /** The keyword of a standard tag. */
  public static Optional<String> keyword(int tag) {
    return Dictionary.find(tag).map(Dictionary.Entry::keyword).filter(k -> !k.isEmpty());
  }

  /** {@code 00081032}, upper case. */
  public static String toHex(int tag) {
    return "%08X".formatted(tag);
  }

  /** {@code (0008,1032)}, as PS3 writes it. */
  public static String toString(int tag) {
    return "(%04X,%04X)".formatted(tag >>> 16, tag & 0xFFFF);
  }

  /** The group is odd (PS3.5 7.8). */
  public static boolean isPrivate(int tag) {
    return (tag & 0x00010000) != 0;
  }

  /** The element reserves a block of private ones (PS3.5 7.8.1). */
  public static boolean isPrivateCreator(int tag) {
    return isPrivate(tag) && (tag & 0xFFFF) >= 0x10 && (tag & 0xFFFF) <= 0xFF;
  }

  public static boolean isGroupLength(int tag) {
    return (tag & 0xFFFF) == 0;
  }

  static int group(int tag) {
    return tag >>> 16;
  }

  static boolean precedes(int tag, int other) {
    return Integer.compareUnsigned(tag, other) < 0;
  }
}
