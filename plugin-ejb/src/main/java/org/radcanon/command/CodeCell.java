package org.radcanon.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.Tag;

/**
 * Codes in a cell.
 *
 * <pre>
 * cell = [code *( "~" code )]                 ; a backslash or a new line does for the tilde
 * code = value "^" scheme [ "^" meaning ]     ; RPID145^RADLEX^CT Abdomen/Pelvis w IV Contrast
 * </pre>
 */
final class CodeCell {

  private CodeCell() {}

  /**
   * @throws IllegalArgumentException when some code has no value or no scheme
   */
  static List<DataSet> items(String cell) {
    List<DataSet> items = new ArrayList<>();
    for (String code : cell.split("[~\\\\\\r\\n]+")) {
      if (!code.isBlank()) {
        items.add(item(code.strip()));
      }
    }
    return items;
  }

  private static DataSet item(String code) {
    List<String> parts = Arrays.stream(code.split("\\^", 3)).map(String::strip).toList();
    if (parts.size() < 2 || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
      throw new IllegalArgumentException("\"" + code + "\" is no code^scheme^meaning");
    }
    return new GivenHeader(
        Map.of(
            Tag.CodeValue, List.of(parts.get(0)),
            Tag.CodingSchemeDesignator, List.of(parts.get(1)),
            Tag.CodeMeaning, List.of(parts.size() < 3 ? "" : parts.get(2))),
        Map.of());
  }
}
