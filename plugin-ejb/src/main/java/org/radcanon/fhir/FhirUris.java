package org.radcanon.fhir;

/** Canonical URIs of the code systems, identifier systems and profiles that the resources name. */
public final class FhirUris {

  /** Identifier system of DICOM UIDs; their values are {@code urn:oid:} and the UID. */
  public static final String DICOM_UID = "urn:dicom:uid";

  public static final String OID_PREFIX = "urn:oid:";

  /** DICOM Controlled Terminology (PS3.16 Table 8-1: DCM). */
  public static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";

  public static final String SNOMED_CT = "http://snomed.info/sct";

  /** RadLex Playbook, the binding of ImagingStudy.procedureCode in FHIR R4. */
  public static final String PLAYBOOK = "http://www.rsna.org/RadLex_Playbook.aspx";

  /** RadLex concepts (RID). */
  public static final String RADLEX = "http://www.radlex.org";

  /** Attribute values of the canonical map that RadLex has no concept for. */
  public static final String OWN_VALUES = "urn:radcanon:attribute-value";

  /** HL7 v2 Table 0203, identifier types. */
  public static final String IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";

  public static final String CONNECTION_TYPE =
      "http://terminology.hl7.org/CodeSystem/endpoint-connection-type";

  /** URIs are the codes of this system (RFC 3986); used for SOP classes. */
  public static final String URI_SYSTEM = "urn:ietf:rfc:3986";

  /** IHE RAD IMR 1.1: the profile that every ImagingStudy here conforms to. */
  public static final String IMR_IMAGING_STUDY =
      "https://profiles.ihe.net/RAD/IMR/StructureDefinition/imr-imagingstudy";

  /** IHE RAD IMR 1.1: the profile that every Endpoint here conforms to. */
  public static final String IMR_ENDPOINT =
      "https://profiles.ihe.net/RAD/IMR/StructureDefinition/imaging-study-endpoint";

  static final String DATA_ABSENT_REASON =
      "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

  static final String NAME_REPRESENTATION =
      "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

  private FhirUris() {}
}
