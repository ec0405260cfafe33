package org.radcanon.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;

/**
 * The code in force in an answer's Procedure Code Sequence (0008,1032), where the header does not
 * have it: decided later, or by configuration not written. A study that was found by a code shows
 * it (PS3.18 10.6.3.3).
 */
final class CodeInForce {
  private static final String VALUE = "\"Value\":[";

  /** Code Value (0008,0100) holds 16 characters (PS3.3 8.8). */
  private static final int SHORT_CODE = 16;

  private CodeInForce() {}

  /** The attributes with an item for the concept in front of those that are there. */
  static JsonDataSet over(JsonDataSet attributes, Concept concept) {
    String before = attributes.only(tag -> tag == Tag.ProcedureCodeSequence).toJson();
    String added =
        JsonDataSet.empty().with(Tag.ProcedureCodeSequence, VR.SQ, item(concept)).toJson();
    String others = items(before);
    String all =
        others.isEmpty()
            ? added
            : added.substring(0, added.lastIndexOf(']')) + "," + others + "]}}";
    return attributes.with(JsonDataSet.parse(all));
  }

  /** The items of the one sequence that there is, as text; empty where there is none. */
  private static String items(String sequence) {
    int value = sequence.indexOf(VALUE);
    return value < 0
        ? ""
        : sequence.substring(value + VALUE.length(), sequence.lastIndexOf(']')).strip();
  }

  /** The Playbook's code first, where it has one; the others as equivalents (PS3.3 8.9). */
  private static JsonDataSet item(Concept concept) {
    List<Code> codes = new ArrayList<>();
    concept.codeIn(CanonicalMap.RADLEX).ifPresent(codes::add);
    concept.codes().keySet().stream()
        .filter(scheme -> !scheme.equals(CanonicalMap.RADLEX))
        .sorted()
        .map(concept::codeIn)
        .flatMap(Optional::stream)
        .forEach(codes::add);
    concept.codeIn(CanonicalMap.CONCEPT_SCHEME).ifPresent(codes::add);
    JsonDataSet first = item(codes.get(0));
    return codes.size() == 1
        ? first
        : first.with(
            Tag.EquivalentCodeSequence,
            VR.SQ,
            codes.stream().skip(1).map(CodeInForce::item).toArray());
  }

  private static JsonDataSet item(Code code) {
    boolean isLong = code.value().length() > SHORT_CODE;
    return JsonDataSet.empty()
        .with(isLong ? Tag.LongCodeValue : Tag.CodeValue, isLong ? VR.UC : VR.SH, code.value())
        .with(Tag.CodingSchemeDesignator, VR.SH, code.scheme())
        .with(Tag.CodeMeaning, VR.LO, code.meaning());
  }
}
