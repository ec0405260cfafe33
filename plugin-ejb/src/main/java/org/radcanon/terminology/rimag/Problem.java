package org.radcanon.terminology.rimag;

/**
 * Something about a code that its sender should know.
 *
 * @param text one sentence
 */
public record Problem(Kind kind, String text) {

  /** What it is, and whether the code still means something. */
  public enum Kind {
    LENGTH(true),
    CHARACTERS(true),
    UNKNOWN_EQUIPMENT(true),
    UNKNOWN_SITE(true),
    /** The site exists, but not for the modality of the equipment. */
    SITE_OF_OTHER_MODALITY(true),
    UNKNOWN_METHOD(true),
    METHOD_OF_OTHER_MODALITY(true),
    /** Post-processing or position. */
    UNKNOWN_DETAIL(true),
    DETAIL_OF_OTHER_MODALITY(true),
    UNKNOWN_ADDITIONAL(true),
    /** Neither scan method nor post-processing. */
    NOTHING_DONE(true),
    /** What an institution appended is too long for a DICOM Code Value. */
    LONG_EXTENSION(false),
    /** Allowed by the structure, but not among the standard's items. */
    NO_STANDARD_ITEM(false),
    /** The method is done with other equipment. */
    EQUIPMENT_OF_OTHER_METHOD(false),
    /** Something that the standard itself has wrong or twice. */
    ODDITY(false);

    private final boolean refuses;

    Kind(boolean refuses) {
      this.refuses = refuses;
    }

    /** Whether a code with this problem means nothing. */
    public boolean refuses() {
      return refuses;
    }
  }
}
