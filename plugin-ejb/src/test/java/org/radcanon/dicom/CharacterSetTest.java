package org.radcanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterSetTest {

  private static CharacterSet set(String terms) {
    return CharacterSet.of(Arrays.asList(terms.split("\\\\", -1)));
  }

  private static String decode(String terms, String hex, VR vr) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return set(terms).decode(bytes, 0, bytes.length, vr);
  }

  @ParameterizedTest
  @CsvSource({
    "ISO_IR 100, ISO-8859-1, \u00c4\u00df",
    "ISO_IR 101, ISO-8859-2, \u0141\u017c",
    "ISO_IR 109, ISO-8859-3, \u0126\u0125",
    "ISO_IR 110, ISO-8859-4, \u0104\u0138",
    "ISO_IR 144, ISO-8859-5, \u041b\u044e\u043a",
    "ISO_IR 127, ISO-8859-6, \u0642\u0628\u0627\u0646\u064a",
    "ISO_IR 126, ISO-8859-7, \u0394\u03b9\u03bf\u03bd",
    "ISO_IR 138, ISO-8859-8, \u05e9\u05e8\u05d5\u05df",
    "ISO_IR 148, ISO-8859-9, \u00c7avu\u015fo\u011flu",
    "ISO_IR 203, ISO-8859-15, 5 \u20ac",
    "ISO_IR 166, TIS-620, \u0e20\u0e32\u0e1e",
    "ISO_IR 192, UTF-8, \u982d\u90e8 \ud83d\ude00",
    "GB18030, GB18030, \u738b^\u5c0f\u4e1c \ud83d\ude00",
    "GBK, GBK, \u738b^\u5c0f\u4e1c",
  })
  void textInOneCharsetComesAndGoes(String term, String charset, String text) {
    byte[] bytes = text.getBytes(Charset.forName(charset));

    assertThat(set(term).decode(bytes, 0, bytes.length, VR.LO)).isEqualTo(text);
    assertThat(set(term).encode(text)).hasValue(bytes);
  }

  @Test
  void theJapaneseExamplesOfTheStandardAreRead() {
    // PS3.5 H.3.1 and H.3.2
    assertThat(
            decode(
                "\\ISO 2022 IR 87",
                "59616d6164615e5461726f753d1b24423b3345441b28425e1b244242404f3a1b28423d"
                    + "1b2442246424 5e24401b28425e1b2442243f246d24261b2842",
                VR.PN))
        .isEqualTo("Yamada^Tarou=\u5c71\u7530^\u592a\u90ce=\u3084\u307e\u3060^\u305f\u308d\u3046");
    assertThat(
            decode(
                "ISO 2022 IR 13\\ISO 2022 IR 87",
                "d4cfc0de5ec0dbb33d1b24423b3345441b284a5e1b244242404f3a1b284a",
                VR.PN))
        .isEqualTo("\uff94\uff8f\uff80\uff9e^\uff80\uff9b\uff73=\u5c71\u7530^\u592a\u90ce");
  }

  @Test
  void theKoreanAndChineseExamplesOfTheStandardAreRead() {
    // PS3.5 I.2 and K.2
    assertThat(
            decode(
                "\\ISO 2022 IR 149",
                "486f6e673d1b242943fbf35e1b242943d1ced4d73d1b242943c8ab5e1b242943b1e6b5bf",
                VR.PN))
        .isEqualTo("Hong=\u6d2a^\u5409\u6d1e=\ud64d^\uae38\ub3d9");
    assertThat(decode("\\ISO 2022 IR 58", "5a68616e673d1b242941d5c55e1b242941d0a1b6ab", VR.PN))
        .isEqualTo("Zhang=\u5f20^\u5c0f\u4e1c");
  }

  @Test
  void aDelimiterBringsTheFirstValuesSetsBack() {
    // After the caret no set stands in G1 but that of the first value.
    assertThat(decode("ISO 2022 IR 100\\ISO 2022 IR 144", "1b2d4cbb5ec4", VR.PN))
        .isEqualTo("\u041b^\u00c4");
    assertThat(decode("ISO 2022 IR 100\\ISO 2022 IR 144", "1b2d4cbb5ecb", VR.LO))
        .isEqualTo("\u041b^\u042b");
    assertThat(decode("ISO 2022 IR 100\\ISO 2022 IR 144", "1b2d4cbb0d0ac4", VR.LT))
        .isEqualTo("\u041b\r\n\u00c4");
  }

  @Test
  void aBackslashByteInsideAKanjiPartsNoValues() {
    // 0x5C is the second byte of a character between the escapes, and a delimiter behind them.
    byte[] value = HexFormat.of().parseHex("1b2442305c1b28425c42");
    byte[] file =
        Dcm.explicit()
            .text(0x00080005, "CS", "\\ISO 2022 IR 87")
            .raw(0x00081030, "LO", value)
            .file();

    assertThat(Dcm.open(file).header().strings(Tag.StudyDescription))
        .containsExactly(
            new String(new byte[] {(byte) 0xB0, (byte) 0xDC}, Charset.forName("EUC-JP")), "B");
  }

  @ParameterizedTest
  @CsvSource({
    "\\ISO 2022 IR 87, \u5c71\u7530 Taro^\u592a\u90ce",
    "\\ISO 2022 IR 87\\ISO 2022 IR 159, \u5c71\u4e02\u7530",
    "ISO 2022 IR 13\\ISO 2022 IR 87, \uff94\uff8f^\u5c71=a\\\uff94",
    "\\ISO 2022 IR 149, Hong^\uae38\ub3d9=\u6d2a\\\u5409",
    "\\ISO 2022 IR 58, \u5f20^\u5c0f\u4e1c",
    "ISO 2022 IR 100\\ISO 2022 IR 144\\ISO 2022 IR 126, \u00c4\u041b\u0394^\u00c4\\\u041b\u00c4",
    "ISO 2022 IR 6\\ISO 2022 IR 127\\ISO 2022 IR 138, a\u0642b\u05e9",
  })
  void textWithCodeExtensionsGoesAndComes(String terms, String text) {
    CharacterSet set = set(terms);
    byte[] encoded = set.encode(text).orElseThrow();

    for (VR vr : List.of(VR.PN, VR.LO, VR.LT)) {
      assertThat(set.decode(encoded, 0, encoded.length, vr)).as(vr.name()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ISO IR 100",
        "ISO-IR 100",
        "ISO_IR_100",
        "ISO_IR100",
        "iso_ir 100",
        "ISO 2022 IR 100",
        "ISO2022 IR 100"
      })
  void misspelledTermsAreUnderstood(String term) {
    assertThat(decode(term, "c4", VR.LO)).isEqualTo("\u00c4");
  }

  @Test
  void textOfAnUnknownCharacterSetStaysReadable() {
    String utf8 = HexFormat.of().formatHex("\u00c4".getBytes(StandardCharsets.UTF_8));

    assertThat(decode("KLINGON", utf8, VR.LO)).isEqualTo("\u00c4");
    assertThat(decode("KLINGON", "41c442", VR.LO)).isEqualTo("A\u00c4B");
    assertThat(decode("", "41c442", VR.LO)).isEqualTo("A\u00c4B");
    assertThat(decode("\\ISO 2022 IR 87", "41c4421b7878", VR.LO)).isEqualTo("A\u00c4Bxx");
    assertThat(decode("ISO_IR 127", "ff", VR.LO)).isEqualTo("\ufffd");
  }

  @Test
  void whatACharacterSetLacksIsToldOrReplaced() {
    assertThat(set("ISO_IR 100").encode("\u5c71")).isEmpty();
    assertThat(set("\\ISO 2022 IR 87").encode("\uae38")).isEmpty();
    assertThat(set("ISO_IR 100").encodeOrReplace("a\u5c71\u00c4\ud83d\ude00"))
        .isEqualTo("a?\u00c4?".getBytes(StandardCharsets.ISO_8859_1));
  }
}
