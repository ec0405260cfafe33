package org.radcanon.terminology;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a header says about its procedure, most trusted first within each list. DICOM-free: whoever
 * reads a header fills it.
 *
 * @param codes codes with where they stood
 * @param texts descriptions with where they stood
 * @param modalities Modality (0008,0060) of the acquisitions; empty when only derived objects are
 *     known (PS3.3 C.7.3.1.1.1: SR, PR, KO, SEG and the like acquire nothing)
 * @param hints Body Part Examined, Laterality, View Position, Contrast/Bolus Agent, by keyword
 * @param origin who sent it, for the site map
 */
public record ProcedureEvidence(
    List<SourcedCode> codes,
    List<SourcedText> texts,
    Set<String> modalities,
    List<SourcedText> hints,
    Origin origin) {

  public ProcedureEvidence {
    codes = List.copyOf(codes);
    texts = List.copyOf(texts);
    modalities = Set.copyOf(modalities);
    hints = List.copyOf(hints);
  }

  /**
   * @param source keyword path, such as {@code
   *     RequestAttributesSequence.RequestedProcedureCodeSequence}
   */
  public record SourcedCode(String source, Code code) {}

  /**
   * @param source keyword, such as {@code StudyDescription}
   */
  public record SourcedText(String source, String text) {}

  /**
   * @param institution Institution Name (0008,0080)
   * @param station Station Name (0008,1010)
   * @param aeTitle calling AE title, where the door has one
   */
  public record Origin(
      Optional<String> institution, Optional<String> station, Optional<String> aeTitle) {
    public static final Origin UNKNOWN =
        new Origin(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
