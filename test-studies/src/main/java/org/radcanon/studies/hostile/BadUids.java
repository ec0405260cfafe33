package org.radcanon.studies.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.DicomObject;
import org.radcanon.studies.writer.Syntax;

/** Each of an instance's UIDs made into something that is no UID (PS3.5 Chapter 9). */
final class BadUids {

  private static final List<Attribute> IDENTIFYING =
      List.of(
          Attribute.STUDY_INSTANCE_UID, Attribute.SERIES_INSTANCE_UID, Attribute.SOP_INSTANCE_UID);

  private BadUids() {}

  static List<Input> inputs() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("empty", "");
    values.put("of a path upwards", "../../../../tmp/evil");
    values.put("of two dots", "..");
    values.put("of an absolute path", "/tmp/evil");
    values.put("with a path within", "1.2.3/../../evil");
    values.put("with an escaped path", "1.2.3%2F..%2Fevil");
    values.put("with letters", "1.2.three");
    values.put("of 65 characters", "1." + "2".repeat(63));
    values.put("of 1000 characters", "1." + "2".repeat(998));
    values.put("with a component missing", "1.2..3");
    values.put("that begins with a dot", ".1.2.3");
    values.put("that ends with a dot", "1.2.3.");
    values.put("with a blank within", "1.2 .3");
    values.put("with a line break", "1.2.3\r\nX-Evil: yes");
    values.put("with NUL within", "1.2\0.3");
    values.put("of two values", "1.2.3\\1.2.4");
    values.put("with SQL", "1.2.3' OR '1'='1");
    values.put("of digits of another script", "1.2.\u00b2");

    List<Input> inputs = new ArrayList<>();
    for (Attribute attribute : IDENTIFYING) {
      inputs.add(missing(attribute));
      values.forEach((what, value) -> inputs.add(with(attribute, what, value)));
    }
    inputs.add(missing(Attribute.SOP_CLASS_UID));
    return inputs;
  }

  private static Input missing(Attribute attribute) {
    return input("no " + attribute, Bytes.ct().remove(attribute));
  }

  private static Input with(Attribute attribute, String what, String value) {
    byte[] text = Bytes.ascii(value);
    byte[] even = java.util.Arrays.copyOf(text, text.length + text.length % 2);
    return input(
        attribute + " " + what, Bytes.ct().verbatim(attribute.tag(), attribute.vr(), even));
  }

  private static Input input(String name, DicomObject object) {
    return Input.of(name, Bytes.file(object, Syntax.EXPLICIT));
  }
}
