package org.radcanon.dimse;

/** The SOP classes that are not of storage, by UID (PS3.6 Annex A). */
final class SopClass {

  /** PS3.4 A.4. */
  static final String VERIFICATION = "1.2.840.10008.1.1";

  /** Study Root Query/Retrieve Information Model - FIND, PS3.4 C.6.2. */
  static final String STUDY_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.2.1";

  private SopClass() {}
}
