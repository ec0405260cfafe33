package org.radcanon.dicom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.radcanon.dicom.DicomException.Reason;

/**
 * A strict reader of JSON (RFC 8259): objects become maps without repeated names, arrays lists,
 * numbers stay as written, null becomes {@link #NULL}.
 */
final class JsonReader {

  static final Object NULL = new Object();

  /** A number as written. */
  record JsonNumber(String text) {}

  private static final int DEEPEST = 2 * 2 * 64;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*+)(\\.\\d++)?([eE][+-]?\\d++)?");

  private final String json;
  private int at;
  private int depth;

  JsonReader(String json) {
    this.json = json;
  }

  /** The one object that the text is. */
  Map<String, Object> object() {
    skipSpace();
    if (at == json.length() || json.charAt(at) != '{') {
      throw wrong("an object");
    }
    Map<String, Object> object = readObject();
    skipSpace();
    if (at != json.length()) {
      throw wrong("the end");
    }
    return object;
  }

  /** The one value that the text is. */
  Object value() {
    Object value = readValue();
    skipSpace();
    if (at != json.length()) {
      throw wrong("the end");
    }
    return value;
  }

  private Object readValue() {
    skipSpace();
    if (at == json.length()) {
      throw wrong("a value");
    }
    return switch (json.charAt(at)) {
      case '{' -> readObject();
      case '[' -> readArray();
      case '"' -> readString();
      case 't' -> readWord("true", Boolean.TRUE);
      case 'f' -> readWord("false", Boolean.FALSE);
      case 'n' -> readWord("null", NULL);
      default -> readNumber();
    };
  }

  private Map<String, Object> readObject() {
    enter();
    Map<String, Object> object = new LinkedHashMap<>();
    if (!closes('}')) {
      do {
        skipSpace();
        String name = readString();
        skipSpace();
        expect(':');
        if (object.put(name, readValue()) != null) {
          throw wrong("no second '" + name + "'");
        }
      } while (continues('}'));
    }
    depth--;
    return object;
  }

  private List<Object> readArray() {
    enter();
    List<Object> array = new ArrayList<>();
    if (!closes(']')) {
      do {
        array.add(readValue());
      } while (continues(']'));
    }
    depth--;
    return array;
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw new DicomException(Reason.LIMIT_EXCEEDED, "JSON nests too deep");
    }
    at++;
  }

  private boolean closes(char end) {
    skipSpace();
    if (at < json.length() && json.charAt(at) == end) {
      at++;
      return true;
    }
    return false;
  }

  private boolean continues(char end) {
    if (closes(end)) {
      return false;
    }
    expect(',');
    return true;
  }

  private void expect(char character) {
    if (at == json.length() || json.charAt(at) != character) {
      throw wrong("'" + character + "'");
    }
    at++;
  }

  private String readString() {
    expect('"');
    StringBuilder text = new StringBuilder();
    while (true) {
      if (at == json.length() || json.charAt(at) < ' ') {
        throw wrong("the end of a string");
      }
      char c = json.charAt(at++);
      if (c == '"') {
        return text.toString();
      }
      text.append(c == '\\' ? readEscape() : c);
    }
  }

  private char readEscape() {
    char c = at == json.length() ? ' ' : json.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> readUnicode();
      default -> throw wrong("an escape");
    };
  }

  private char readUnicode() {
    int code = 0;
    for (int i = 0; i < 4; i++, at++) {
      int digit = at == json.length() ? -1 : Character.digit(json.charAt(at), 16);
      if (digit < 0 || json.charAt(at) > 'f') {
        throw wrong("four hexadecimal digits");
      }
      code = code << 4 | digit;
    }
    return (char) code;
  }

  private Object readWord(String word, Object value) {
    if (!json.startsWith(word, at)) {
      throw wrong(word);
    }
    at += word.length();
    return value;
  }

  private JsonNumber readNumber() {
    Matcher number = NUMBER.matcher(json).region(at, json.length());
    if (!number.lookingAt()) {
      throw wrong("a value");
    }
    at = number.end();
    return new JsonNumber(number.group());
  }

  private void skipSpace() {
    while (at < json.length() && " \t\n\r".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
  }

  private DicomException wrong(String expected) {
    return new DicomException(
        Reason.MALFORMED, "JSON: %s expected at character %d".formatted(expected, at));
  }
}
