package org.radcanon.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The registry of data elements of PS3.6 (and of PS3.7 Annex E), as the resource {@code
 * elements.tsv} gives it; the resource's first line states the edition.
 */
public final class Dictionary {

  /**
   * One row of the registry.
   *
   * @param tag of a repeating group (60xx) the lowest tag
   * @param mask the bits of a tag that have to agree; all but for repeating groups
   * @param vrs one, or those to choose from ("US or SS"); empty for items and delimiters
   * @param multiplicity for example {@code 1}, {@code 1-n}, {@code 2-2n}
   */
  public record Entry(
      int tag,
      int mask,
      List<VR> vrs,
      String multiplicity,
      String keyword,
      String name,
      boolean retired) {
    public Entry {
      vrs = List.copyOf(vrs);
    }
  }

  private static final String RESOURCE = "elements.tsv";
  private static final Dictionary STANDARD = load();

  private final String edition;
  private final int[] tags;
  private final Entry[] entries;
  private final List<Entry> repeating;
  private final Map<String, Entry> byKeyword;

  private Dictionary(String edition, List<Entry> all) {
    this.edition = edition;
    List<Entry> single =
        all.stream()
            .filter(e -> e.mask() == -1)
            .sorted((a, b) -> Integer.compareUnsigned(a.tag(), b.tag()))
            .toList();
    this.tags = single.stream().mapToInt(e -> e.tag() ^ Integer.MIN_VALUE).toArray();
    this.entries = single.toArray(Entry[]::new);
    this.repeating = all.stream().filter(e -> e.mask() != -1).toList();
    this.byKeyword = new HashMap<>(all.size() * 2);
    all.stream().filter(e -> !e.keyword().isEmpty()).forEach(e -> byKeyword.put(e.keyword(), e));
  }

  /** The edition of the standard that the table follows, as its first line states it. */
  public static String edition() {
    return STANDARD.edition;
  }

  public static List<Entry> entries() {
    List<Entry> all = new ArrayList<>(List.of(STANDARD.entries));
    all.addAll(STANDARD.repeating);
    return List.copyOf(all);
  }

  /** The row of a standard tag, repeating groups included; none for private ones. */
  public static Optional<Entry> find(int tag) {
    return Tag.isPrivate(tag) ? Optional.empty() : Optional.ofNullable(STANDARD.entry(tag));
  }

  /** The row of a keyword, in the exact case of PS3.6. */
  public static Optional<Entry> find(String keyword) {
    return Optional.ofNullable(STANDARD.byKeyword.get(keyword));
  }

  /**
   * The VR that a tag has where the stream states none (PS3.5 6.2.2, Annex A.1): the registry's;
   * the word form where the registry leaves a choice; LO for private creators, UL for group
   * lengths; UN for what nobody knows.
   *
   * @param signedPixels Pixel Representation (0028,0103) is 1, which settles "US or SS"
   */
  static VR vr(int tag, boolean signedPixels) {
    if ((tag & 0xFFFF) == 0) {
      return VR.UL;
    }
    if (Tag.isPrivate(tag)) {
      return Tag.isPrivateCreator(tag) ? VR.LO : VR.UN;
    }
    Entry entry = STANDARD.entry(tag);
    if (entry == null || entry.vrs().isEmpty()) {
      return VR.UN;
    }
    List<VR> vrs = entry.vrs();
    if (vrs.contains(VR.OW)) {
      return VR.OW;
    }
    return signedPixels && vrs.size() > 1 ? VR.SS : vrs.get(0);
  }

  private Entry entry(int tag) {
    int at = Arrays.binarySearch(tags, tag ^ Integer.MIN_VALUE);
    if (at >= 0) {
      return entries[at];
    }
    for (Entry entry : repeating) {
      if ((tag & entry.mask()) == entry.tag()) {
        return entry;
      }
    }
    return null;
  }

  private static Dictionary load() {
    List<Entry> entries = new ArrayList<>(5000);
    List<String[]> rows = rows(RESOURCE);
    for (String[] row : rows.subList(1, rows.size())) {
      entries.add(entry(row));
    }
    return new Dictionary(rows.get(0)[0], entries);
  }

  private static Entry entry(String[] row) {
    int tag = Integer.parseUnsignedInt(row[0].replace('x', '0'), 16);
    int mask = Integer.parseUnsignedInt(row[0].replaceAll("[^x]", "F").replace('x', '0'), 16);
    List<VR> vrs =
        row[1].isEmpty()
            ? List.of()
            : Arrays.stream(row[1].split(" or ")).map(v -> VR.of(v).orElseThrow()).toList();
    return new Entry(tag, mask, vrs, row[2], row[3], row[4], row.length > 5);
  }

  /** A tab-separated resource: first the edition alone, then the rows. */
  static List<String[]> rows(String resource) {
    try (InputStream in = Dictionary.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String[]> rows = new ArrayList<>();
      String first = reader.readLine();
      rows.add(new String[] {first.replaceFirst(".*edition (\\w+).*", "$1")});
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          rows.add(line.split("\t"));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
