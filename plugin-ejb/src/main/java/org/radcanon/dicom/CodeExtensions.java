package org.radcanon.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Character sets with ISO 2022 code extensions (PS3.5 6.1.2.4, 6.1.2.5).
 *
 * <pre>
 * text  = run*                          ; the first value's sets are in force at each delimiter
 * run   = [ESC designation] byte*       ; below 0x80 by G0, above by G1
 * </pre>
 */
final class CodeExtensions extends CharacterSet {

  static final byte ESC = 0x1B;

  private final List<CodeElement> declared;
  private final CodeElement initialG0;
  private final Optional<CodeElement> initialG1;

  CodeExtensions(List<String> terms, List<CodeElement> codeElements) {
    super(terms);
    List<CodeElement> all = new ArrayList<>();
    for (CodeElement element : codeElements) {
      if (element == CodeElement.KATAKANA) {
        all.add(CodeElement.ROMAJI);
      }
      all.add(element);
    }
    CodeElement first = codeElements.get(0);
    this.declared = List.copyOf(all);
    this.initialG0 = first == CodeElement.KATAKANA ? CodeElement.ROMAJI : CodeElement.ASCII;
    this.initialG1 = first.isG0() ? Optional.empty() : Optional.of(first);
  }

  @Override
  String decodeExtended(byte[] bytes, int offset, int length, VR vr) {
    return new Decoder(bytes, offset, offset + length, vr).decode();
  }

  @Override
  Optional<byte[]> encode(String text) {
    return new Encoder().encode(text);
  }

  private final class Decoder {
    private final byte[] bytes;
    private final int end;
    private final VR vr;
    private final StringBuilder text = new StringBuilder();
    private int at;
    private CodeElement g0 = initialG0;
    private Optional<CodeElement> g1 = initialG1;

    Decoder(byte[] bytes, int offset, int end, VR vr) {
      this.bytes = bytes;
      this.at = offset;
      this.end = end;
      this.vr = vr;
    }

    String decode() {
      while (at < end) {
        if (bytes[at] == ESC) {
          escape();
        } else if (bytes[at] < 0) {
          high();
        } else if (g0.isDouble() && bytes[at] > ' ') {
          pairs();
        } else {
          single();
        }
      }
      return text.toString();
    }

    private void escape() {
      CodeElement element = CodeElement.byEscape(bytes, at + 1, end);
      at++;
      if (element == null) {
        return;
      }
      at += element.escape().length();
      if (element.isG0()) {
        g0 = element;
      } else {
        g1 = Optional.of(element);
      }
    }

    private void high() {
      int from = at;
      while (at < end && bytes[at] < 0) {
        at++;
      }
      int length = at - from;
      text.append(
          g1.map(e -> e.decode(bytes, from, length))
              .orElseGet(() -> decodeReadably(bytes, from, length)));
    }

    private void pairs() {
      int from = at;
      while (at + 1 < end && bytes[at] > ' ' && bytes[at + 1] > ' ') {
        at += 2;
      }
      if (at == from) {
        single();
      } else {
        text.append(g0.decode(bytes, from, at - from));
      }
    }

    private void single() {
      char character = (char) bytes[at++];
      text.append(character);
      if (endsExtension(character, vr)) {
        g0 = initialG0;
        g1 = initialG1;
      }
    }
  }

  /** Before these the sets of the first value are in force again (PS3.5 6.1.2.5.3). */
  private static boolean endsExtension(char character, VR vr) {
    return switch (character) {
      case '\\' -> vr.isMultiValued();
      case '^', '=' -> vr == VR.PN;
      case '\t', '\n', '\f', '\r' -> true;
      default -> false;
    };
  }

  private final class Encoder {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private CodeElement g0 = initialG0;
    private Optional<CodeElement> g1 = initialG1;

    Optional<byte[]> encode(String text) {
      boolean complete = text.codePoints().mapToObj(Character::toString).allMatch(this::put);
      if (g0.isDouble()) {
        designate(initialG0);
      }
      return complete ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    private boolean put(String character) {
      if (character.charAt(0) < 0x80) {
        putAscii(character.charAt(0));
        return true;
      }
      Optional<CodeElement> element = elementFor(character);
      element.ifPresent(
          e -> {
            designate(e);
            out.writeBytes(e.encode(character).orElseThrow());
          });
      return element.isPresent();
    }

    /** Behind any delimiter of any VR the set is named once more, which does no harm. */
    private void putAscii(char character) {
      if (g0.isDouble()) {
        designate(initialG0);
      }
      out.write(character);
      if ("\\^=\t\n\f\r".indexOf(character) >= 0 && !g1.equals(initialG1)) {
        g1 = Optional.empty();
      }
    }

    private Optional<CodeElement> elementFor(String character) {
      return g1.filter(e -> e.encode(character).isPresent())
          .or(() -> declared.stream().filter(e -> e.encode(character).isPresent()).findFirst());
    }

    private void designate(CodeElement element) {
      boolean inForce = element.isG0() ? g0 == element : g1.filter(element::equals).isPresent();
      if (inForce) {
        return;
      }
      out.write(ESC);
      out.writeBytes(element.escape().getBytes(StandardCharsets.US_ASCII));
      if (element.isG0()) {
        g0 = element;
      } else {
        g1 = Optional.of(element);
      }
    }
  }
}
