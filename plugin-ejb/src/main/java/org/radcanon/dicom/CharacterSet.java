package org.radcanon.dicom;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Specific Character Set (0008,0005) at work (PS3.5 6.1, PS3.3 C.12.1.1.2). Reading never fails: a
 * term that nobody knows, or bytes that it does not have, come out as readable as they can.
 */
abstract sealed class CharacterSet permits CharacterSet.Plain, CodeExtensions {

  /** The default repertoire, ISO_IR 6. */
  static final CharacterSet DEFAULT = new Plain(List.of(), StandardCharsets.US_ASCII);

  /** Unicode in UTF-8. */
  static final CharacterSet UTF_8 = new Plain(List.of("ISO_IR 192"), StandardCharsets.UTF_8);

  private static final Pattern ISO_TERM =
      Pattern.compile("ISO[ _-]?(2022[ _-]?)?IR[ _-]?(\\d+)", Pattern.CASE_INSENSITIVE);

  private final List<String> terms;

  CharacterSet(List<String> terms) {
    this.terms = List.copyOf(terms);
  }

  /** The character set that the values of (0008,0005) name. */
  static CharacterSet of(List<String> terms) {
    if (terms.stream().allMatch(String::isEmpty)) {
      return DEFAULT;
    }
    Optional<Charset> whole = wholeCharset(terms.get(0));
    if (whole.isPresent()) {
      return new Plain(terms, whole.get());
    }
    List<CodeElement> codeElements =
        terms.stream().map(CharacterSet::codeElement).filter(Objects::nonNull).toList();
    if (codeElements.isEmpty()) {
      return new Plain(terms, StandardCharsets.US_ASCII);
    }
    CodeElement only = codeElements.get(0);
    return terms.size() == 1 && !only.isDouble() && only != CodeElement.KATAKANA
        ? new Plain(terms, only.charset())
        : new CodeExtensions(terms, codeElements);
  }

  /** Character sets that allow no code extension (PS3.3 Table C.12-5). */
  private static Optional<Charset> wholeCharset(String term) {
    String name = term.trim().toUpperCase(Locale.ROOT);
    return switch (name) {
      case "GB18030" -> Optional.of(Charset.forName("GB18030"));
      case "GBK" -> Optional.of(Charset.forName("GBK"));
      case "ISO_IR 192", "ISO IR 192", "ISO-IR 192", "ISO 2022 IR 192", "UTF-8", "UTF8" ->
          Optional.of(StandardCharsets.UTF_8);
      default -> Optional.empty();
    };
  }

  private static CodeElement codeElement(String term) {
    if (term.isBlank()) {
      return CodeElement.ASCII;
    }
    Matcher iso = ISO_TERM.matcher(term.trim());
    return iso.matches() ? CodeElement.byRegistration(iso.group(2)).orElse(null) : null;
  }

  /** The values of (0008,0005) that name this character set. */
  List<String> terms() {
    return terms;
  }

  /**
   * Decodes a whole value field; values stay parted by backslash.
   *
   * @param vr tells which characters end a code extension (PS3.5 6.1.2.5.3)
   */
  final String decode(byte[] bytes, int offset, int length, VR vr) {
    boolean plain = true;
    for (int i = offset; plain && i < offset + length; i++) {
      plain = bytes[i] >= 0 && bytes[i] != CodeExtensions.ESC;
    }
    return plain
        ? new String(bytes, offset, length, StandardCharsets.US_ASCII)
        : decodeExtended(bytes, offset, length, vr);
  }

  abstract String decodeExtended(byte[] bytes, int offset, int length, VR vr);

  /** Encodes text; empty when the character set lacks a character. */
  abstract Optional<byte[]> encode(String text);

  /** Encodes text, with a question mark for each character that is lacking. */
  final byte[] encodeOrReplace(String text) {
    return encode(text)
        .orElseGet(
            () -> {
              StringBuilder replaced = new StringBuilder();
              text.codePoints()
                  .mapToObj(Character::toString)
                  .forEach(c -> replaced.append(encode(c).isPresent() ? c : "?"));
              return encode(replaced.toString()).orElseThrow();
            });
  }

  /** Text of unknown coding: UTF-8 where it is that, else Latin-1, which has a sign for all. */
  static String decodeReadably(byte[] bytes, int offset, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, offset, length))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }
  }

  static Optional<byte[]> encode(Charset charset, String text) {
    try {
      ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return Optional.of(bytes);
    } catch (CharacterCodingException lacking) {
      return Optional.empty();
    }
  }

  /** One charset for every byte. */
  static final class Plain extends CharacterSet {
    private final Charset charset;

    private Plain(List<String> terms, Charset charset) {
      super(terms);
      this.charset = charset;
    }

    @Override
    String decodeExtended(byte[] bytes, int offset, int length, VR vr) {
      return charset.equals(StandardCharsets.US_ASCII)
          ? decodeReadably(bytes, offset, length)
          : new String(bytes, offset, length, charset);
    }

    @Override
    Optional<byte[]> encode(String text) {
      return encode(charset, text);
    }
  }
}
