package org.radcanon.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.radcanon.dicom.Dictionary;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.VR;
import org.radcanon.index.StudyIndex.Level;

/**
 * The attributes that the index keeps of each level and answers with (PS3.18 10.6.3.3), read once
 * from {@code attributes.csv} beside this class.
 */
public final class IndexedAttributes {

  /**
   * One attribute.
   *
   * @param byDefault PS3.18 Table 10.6.3-3, 10.6.3-4 or 10.6.3-5 lists it for the level; the others
   *     are answered on request only ({@code includefield})
   * @param emptyToo of these, the ones that are answered without value where none is known: type 2
   *     in their information object definitions
   * @param computed made from what is in the index, not taken from a header
   */
  public record Attribute(int tag, boolean byDefault, boolean emptyToo, boolean computed) {}

  private static final Map<Level, SortedMap<Integer, Attribute>> BY_LEVEL = read();

  private static final Map<Level, JsonDataSet> BLANK = blanks();

  private IndexedAttributes() {}

  /** The attributes of one level alone, without those of the levels above, by ascending tag. */
  public static List<Attribute> of(Level level) {
    return List.copyOf(BY_LEVEL.get(level).values());
  }

  /** An answer at this level has the attribute although nobody asked for it. */
  public static boolean byDefault(Level level, int tag) {
    Attribute attribute = BY_LEVEL.get(level).get(tag);
    return attribute != null && attribute.byDefault();
  }

  /** The attributes that an answer has in any case, without value. */
  static JsonDataSet blank(Level level) {
    return BLANK.get(level);
  }

  /** The attribute is kept at this level, from the headers of its instances. */
  static boolean kept(Level level, int tag) {
    Attribute attribute = BY_LEVEL.get(level).get(tag);
    return attribute != null && !attribute.computed();
  }

  private static Map<Level, SortedMap<Integer, Attribute>> read() {
    Map<Level, SortedMap<Integer, Attribute>> byLevel = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      byLevel.put(level, new TreeMap<>(Integer::compareUnsigned));
    }
    lines().stream()
        .filter(line -> !line.startsWith("#"))
        .skip(1)
        .map(line -> line.split(","))
        .forEach(row -> byLevel.get(Level.valueOf(row[2])).put(tag(row[0]), attribute(row)));
    return Collections.unmodifiableMap(byLevel);
  }

  private static Map<Level, JsonDataSet> blanks() {
    Map<Level, JsonDataSet> blanks = new EnumMap<>(Level.class);
    BY_LEVEL.forEach(
        (level, attributes) -> {
          JsonDataSet blank = JsonDataSet.empty();
          for (Attribute attribute : attributes.values()) {
            if (attribute.emptyToo()) {
              blank = blank.with(attribute.tag(), vr(attribute));
            }
          }
          blanks.put(level, blank);
        });
    return Collections.unmodifiableMap(blanks);
  }

  private static VR vr(Attribute attribute) {
    return Dictionary.find(attribute.tag()).orElseThrow().vrs().get(0);
  }

  private static Attribute attribute(String[] row) {
    return new Attribute(
        tag(row[0]),
        !row[3].equals("ON_REQUEST"),
        row[3].equals("ALWAYS"),
        row[4].equals("COMPUTED"));
  }

  private static int tag(String hex) {
    return Integer.parseUnsignedInt(hex, 16);
  }

  private static List<String> lines() {
    try (InputStream in = IndexedAttributes.class.getResourceAsStream("attributes.csv");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
