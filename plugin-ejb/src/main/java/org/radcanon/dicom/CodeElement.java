package org.radcanon.dicom;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/**
 * The sets that ISO 2022 escape sequences designate (PS3.3 Tables C.12-3 and C.12-4), by their
 * number in the ISO registry.
 */
enum CodeElement {
  ASCII("6", "US-ASCII", "(B", 0, 1),
  LATIN_1("100", "ISO-8859-1", "-A", 1, 1),
  LATIN_2("101", "ISO-8859-2", "-B", 1, 1),
  LATIN_3("109", "ISO-8859-3", "-C", 1, 1),
  LATIN_4("110", "ISO-8859-4", "-D", 1, 1),
  CYRILLIC("144", "ISO-8859-5", "-L", 1, 1),
  ARABIC("127", "ISO-8859-6", "-G", 1, 1),
  GREEK("126", "ISO-8859-7", "-F", 1, 1),
  HEBREW("138", "ISO-8859-8", "-H", 1, 1),
  LATIN_5("148", "ISO-8859-9", "-M", 1, 1),
  LATIN_9("203", "ISO-8859-15", "-b", 1, 1),
  THAI("166", "TIS-620", "-T", 1, 1),
  /** JIS X 0201: Katakana in G1; its Romaji in G0 is {@link #ROMAJI}. */
  KATAKANA("13", "Shift_JIS", ")I", 1, 1),
  /** JIS X 0201 Romaji, read as ASCII: its yen sign is the backslash of DICOM. */
  ROMAJI("14", "US-ASCII", "(J", 0, 1),
  KANJI("87", "EUC-JP", "$B", 0, 2),
  SUPPLEMENTARY_KANJI("159", "EUC-JP", "$(D", 0, 2),
  KOREAN("149", "EUC-KR", "$)C", 1, 2),
  SIMPLIFIED_CHINESE("58", "GB2312", "$)A", 1, 2);

  private final String registration;
  private final Charset charset;
  private final String escape;
  private final int set;
  private final int width;

  CodeElement(String registration, String charset, String escape, int set, int width) {
    this.registration = registration;
    this.charset = Charset.forName(charset);
    this.escape = escape;
    this.set = set;
    this.width = width;
  }

  static Optional<CodeElement> byRegistration(String number) {
    return Arrays.stream(values()).filter(e -> e.registration.equals(number)).findFirst();
  }

  /** The element that an escape sequence designates; null for one that DICOM does not have. */
  static CodeElement byEscape(byte[] bytes, int behindEscape, int end) {
    for (CodeElement element : values()) {
      String sequence = element.escape;
      boolean same = behindEscape + sequence.length() <= end;
      for (int i = 0; same && i < sequence.length(); i++) {
        same = bytes[behindEscape + i] == sequence.charAt(i);
      }
      if (same) {
        return element;
      }
    }
    return null;
  }

  Charset charset() {
    return charset;
  }

  /** What follows ESC. */
  String escape() {
    return escape;
  }

  /** It is invoked by bytes without the high bit. */
  boolean isG0() {
    return set == 0;
  }

  boolean isDouble() {
    return width == 2;
  }

  /** Decodes bytes that this element governs, with the high bit as they stand in the stream. */
  String decode(byte[] bytes, int offset, int length) {
    return switch (this) {
      case KANJI -> new String(withHighBit(bytes, offset, length, 0), charset);
      case SUPPLEMENTARY_KANJI -> new String(withHighBit(bytes, offset, length, 0x8F), charset);
      default -> new String(bytes, offset, length, charset);
    };
  }

  /** Encodes one character; empty when the set lacks it. ASCII is left to G0. */
  Optional<byte[]> encode(String character) {
    return CharacterSet.encode(charset, character).map(this::own).filter(b -> b.length > 0);
  }

  private byte[] own(byte[] b) {
    boolean own =
        switch (this) {
          case ASCII, ROMAJI -> true;
          case KATAKANA -> b.length == 1 && b[0] < 0;
          case KANJI, KOREAN, SIMPLIFIED_CHINESE ->
              b.length == 2 && b[0] < 0 && b[1] < 0 && (b[0] & 0xFF) != 0x8E;
          case SUPPLEMENTARY_KANJI -> b.length == 3;
          default -> b.length == 1;
        };
    if (!own) {
      return new byte[0];
    }
    return switch (this) {
      case KANJI -> new byte[] {(byte) (b[0] & 0x7F), (byte) (b[1] & 0x7F)};
      case SUPPLEMENTARY_KANJI -> new byte[] {(byte) (b[1] & 0x7F), (byte) (b[2] & 0x7F)};
      default -> b;
    };
  }

  /** Pairs of seven-bit bytes as EUC-JP has them, each behind a prefix where there is one. */
  private static byte[] withHighBit(byte[] bytes, int offset, int length, int prefix) {
    int pairs = length / 2;
    int step = prefix == 0 ? 2 : 3;
    byte[] euc = new byte[pairs * step];
    for (int i = 0; i < pairs; i++) {
      int at = i * step;
      if (prefix != 0) {
        euc[at++] = (byte) prefix;
      }
      euc[at] = (byte) (bytes[offset + 2 * i] | 0x80);
      euc[at + 1] = (byte) (bytes[offset + 2 * i + 1] | 0x80);
    }
    return euc;
  }
}
