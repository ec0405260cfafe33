package org.radcanon.studies.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether an instance in the archive is the one that was sent, byte for byte, but for what radcanon
 * may write: Procedure Code Sequence, Coding Scheme Identification Sequence, Contributing Equipment
 * Sequence, Original Attributes Sequence, and the group lengths of their groups. File meta
 * information belongs to whoever writes the file; its transfer syntax has to be the same.
 */
public final class Comparison {

  private static final Set<Integer> WRITTEN =
      Set.of(0x00081032, 0x00080110, 0x0018A001, 0x04000561, 0x00080000, 0x00180000, 0x04000000);

  private Comparison() {}

  /** What differs, each a sentence without values; empty when nothing does. */
  public static List<String> differences(byte[] sent, byte[] kept) {
    DicomFile before;
    DicomFile after;
    try {
      before = DicomFile.parse(sent);
      after = DicomFile.parse(kept);
    } catch (IllegalArgumentException e) {
      return List.of("cannot be read: " + e.getMessage());
    }
    List<String> found = new ArrayList<>();
    if (!before.transferSyntax().equals(after.transferSyntax())) {
      found.add("transfer syntax " + before.transferSyntax() + " became " + after.transferSyntax());
    }
    compare(foreign(before), foreign(after), found);
    return found;
  }

  private static void compare(List<Element> before, List<Element> after, List<String> found) {
    Map<Integer, Element> kept = new LinkedHashMap<>();
    after.forEach(element -> kept.put(element.tag(), element));
    for (Element element : before) {
      Element other = kept.remove(element.tag());
      if (other == null) {
        found.add(element.name() + " is missing");
      } else if (!Arrays.equals(element.bytes(), other.bytes())) {
        found.add(element.name() + " has other bytes");
      }
    }
    kept.values().forEach(element -> found.add(element.name() + " was added"));
    if (found.isEmpty() && before.size() != after.size()) {
      found.add("an element stands there twice");
    }
  }

  private static List<Element> foreign(DicomFile file) {
    return file.elements().stream().filter(element -> !WRITTEN.contains(element.tag())).toList();
  }
}
