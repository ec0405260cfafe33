package org.radcanon.enrichment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.NewItem;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.terminology.Code;

/** Items of code sequences, read and written (PS3.3 8.8, Tables 8.8-1 to 8.8-1b). */
final class CodeItems {

  /** A Code Value (0008,0100) holds no more (PS3.3 8.1, SH). */
  private static final int SHORT = 16;

  private CodeItems() {}

  /** The code of an item; empty where value or designator is missing. */
  static Optional<Code> code(DataSet item) {
    Optional<String> value =
        Stream.of(Tag.CodeValue, Tag.LongCodeValue, Tag.URNCodeValue)
            .map(item::string)
            .flatMap(Optional::stream)
            .filter(v -> !v.isBlank())
            .findFirst();
    Optional<String> scheme =
        item.string(Tag.CodingSchemeDesignator).filter(designator -> !designator.isBlank());
    return value.flatMap(
        v ->
            scheme.map(
                s -> new Code(v.strip(), s.strip(), item.string(Tag.CodeMeaning).orElse(""))));
  }

  /** The codes of Equivalent Code Sequence (0008,0121) in an item. */
  static List<Code> equivalents(DataSet item) {
    return item.items(Tag.EquivalentCodeSequence).stream()
        .flatMap(equivalent -> code(equivalent).stream())
        .toList();
  }

  /** The code of an item and its equivalents. */
  static List<Code> all(DataSet item) {
    List<Code> codes = new ArrayList<>();
    code(item).ifPresent(codes::add);
    codes.addAll(equivalents(item));
    return codes;
  }

  /** Whether an item can hold the code: what is no SH, UC or UR is left out, never bent. */
  static boolean writable(Code code) {
    return code.scheme().length() <= SHORT
        && plain(code.scheme())
        && plain(code.value())
        && (!isUrn(code.value()) || code.value().indexOf(' ') < 0);
  }

  private static boolean plain(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '\\');
  }

  /**
   * A new item.
   *
   * @param version Coding Scheme Version (0008,0103) of a scheme, where it is to be written
   * @param equivalents for Equivalent Code Sequence (0008,0121); none: the sequence is left out
   */
  static NewItem item(
      Code code, Function<String, Optional<String>> version, List<Code> equivalents) {
    NewItem.Builder item = NewItem.builder();
    if (isUrn(code.value())) {
      item.value(Tag.URNCodeValue, VR.UR, code.value());
    } else if (code.value().length() > SHORT) {
      item.value(Tag.LongCodeValue, VR.UC, code.value());
    } else {
      item.value(Tag.CodeValue, VR.SH, code.value());
    }
    item.value(Tag.CodingSchemeDesignator, VR.SH, code.scheme());
    version
        .apply(code.scheme())
        .filter(v -> v.length() <= SHORT)
        .ifPresent(v -> item.value(Tag.CodingSchemeVersion, VR.SH, v));
    item.value(Tag.CodeMeaning, VR.LO, meaning(code));
    if (!equivalents.isEmpty()) {
      item.items(
          Tag.EquivalentCodeSequence,
          equivalents.stream().map(e -> item(e, version, List.of())).toList());
    }
    return item.build();
  }

  /** Code Meaning (0008,0104) is type 1: where there is none, the value stands for it. */
  private static String meaning(Code code) {
    String meaning = Texts.fit(code.meaning(), 64);
    return meaning.isEmpty() ? Texts.fit(code.value(), 64) : meaning;
  }

  /** A URN or URL (PS3.3 8.1). */
  private static boolean isUrn(String value) {
    return value.regionMatches(true, 0, "urn:", 0, 4) || value.contains("://");
  }
}
