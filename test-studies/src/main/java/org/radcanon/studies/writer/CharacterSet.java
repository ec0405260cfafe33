package org.radcanon.studies.writer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/**
 * Specific Character Sets (PS3.3 C.12.1.1.2) and how text becomes bytes in them.
 *
 * <p>In the code extension ones each value, each component of a name and each line starts in the
 * initial state (PS3.5 6.1.2.5.3), so every piece between delimiters is escaped for itself.
 */
public enum CharacterSet {
  ASCII(List.of(), "US-ASCII", ""),
  LATIN_1(List.of("ISO_IR 100"), "ISO-8859-1", ""),
  LATIN_2(List.of("ISO_IR 101"), "ISO-8859-2", ""),
  CYRILLIC(List.of("ISO_IR 144"), "ISO-8859-5", ""),
  GREEK(List.of("ISO_IR 126"), "ISO-8859-7", ""),
  UTF_8(List.of("ISO_IR 192"), "UTF-8", ""),
  GB18030(List.of("GB18030"), "GB18030", ""),
  GBK(List.of("GBK"), "GBK", ""),
  /** The charset itself escapes: to JIS X 0208 by {@code ESC $ B}, back by {@code ESC ( B}. */
  ISO_2022_JP(List.of("", "ISO 2022 IR 87"), "ISO-2022-JP", ""),
  /** KS X 1001 designated to G1 by {@code ESC $ ) C}. */
  ISO_2022_KR(List.of("", "ISO 2022 IR 149"), "EUC-KR", "\u001b$)C"),
  /** GB 2312 designated to G1 by {@code ESC $ ) A}. */
  ISO_2022_GB(List.of("", "ISO 2022 IR 58"), "GB2312", "\u001b$)A"),
  /** Greek designated to G1 by {@code ESC - F}. */
  ISO_2022_GREEK(List.of("", "ISO 2022 IR 126"), "ISO-8859-7", "\u001b-F");

  private static final String DELIMITERS = "^=\\\r\n\f\t";

  private final List<String> terms;
  private final Charset charset;
  private final String escape;

  CharacterSet(List<String> terms, String charset, String escape) {
    this.terms = terms;
    this.charset = Charset.forName(charset);
    this.escape = escape;
  }

  /** The values of Specific Character Set (0008,0005); empty for the default repertoire. */
  public List<String> terms() {
    return terms;
  }

  static CharacterSet of(List<String> terms) {
    for (CharacterSet set : values()) {
      if (set.terms.equals(terms)) {
        return set;
      }
    }
    throw new IllegalArgumentException("no such Specific Character Set here: " + terms);
  }

  /**
   * The bytes of one value.
   *
   * @throws IllegalArgumentException where the set has no such character
   */
  public byte[] encode(String text) {
    if (escape.isEmpty()) {
      return strictly(text);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || DELIMITERS.indexOf(text.charAt(i)) >= 0) {
        String piece = text.substring(from, i);
        if (piece.chars().anyMatch(c -> c > 0x7F)) {
          out.writeBytes(strictly(escape));
        }
        out.writeBytes(strictly(piece));
        if (i < text.length()) {
          out.write(text.charAt(i));
        }
        from = i + 1;
      }
    }
    return out.toByteArray();
  }

  private byte[] strictly(String text) {
    try {
      ByteBuffer bytes =
          charset
              .newEncoder()
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .onMalformedInput(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] result = new byte[bytes.remaining()];
      bytes.get(result);
      return result;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(name() + " cannot write: " + text, e);
    }
  }
}
