package org.radcanon.terminology.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a published name, and the two or three things that can be told from them safely. */
final class NameWords {

  private static final Map<String, String> SIDES =
      Map.of(
          "left",
          "left",
          "lt",
          "left",
          "right",
          "right",
          "rt",
          "right",
          "bilateral",
          "bilateral",
          "bilat",
          "bilateral",
          "bi",
          "bilateral");

  /** After a side, these make it part of a name of something else. */
  private static final Set<String> NOT_A_SIDE =
      Set.of(
          "lateral",
          "ventricle",
          "ventricular",
          "ventriculography",
          "atrium",
          "atrial",
          "heart",
          "cardiac",
          "main",
          "anterior",
          "posterior",
          "upper",
          "lower",
          "internal",
          "oblique",
          "decubitus",
          "bending",
          "coronary",
          "planning",
          "plan",
          "simulation");

  private static final Set<String> WITHOUT = Set.of("without", "wo", "non", "no");
  private static final Set<String> WITH = Set.of("with", "w");
  private static final Set<String> BETWEEN = Set.of("and", "then", "iv", "intravenous");
  private static final Set<String> CONTRAST = Set.of("contrast", "con", "ivcon", "cont");

  /** Routes other than intravenous, and agents other than contrast. */
  private static final Set<String> OTHER_ROUTE =
      Set.of(
          "oral",
          "po",
          "pr",
          "rectal",
          "rectally",
          "orally",
          "ia",
          "it",
          "intrathecal",
          "via",
          "intra",
          "intraarticular",
          "retrograde",
          "percutaneous",
          "air",
          "double",
          "single",
          "or");

  /**
   * Chinese names are not cut into words; a side before these is a part of the heart, or a view.
   */
  private static final Pattern CHINESE_SIDE = Pattern.compile("[左右](?![心前后])|双侧");

  private static final Map<String, String> CHINESE_SIDES =
      Map.of("左", "left", "右", "right", "双侧", "bilateral");

  private final String name;
  private final List<String> words;

  private NameWords(String name, List<String> words) {
    this.name = name;
    this.words = words;
  }

  static NameWords of(String name) {
    List<String> words = new ArrayList<>();
    for (String word :
        name.toLowerCase(Locale.ROOT).replace("w/o", "wo").split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return new NameWords(name, words);
  }

  boolean contains(String word) {
    return words.contains(word);
  }

  String first() {
    return words.isEmpty() ? "" : words.get(0);
  }

  /** The one side that the name says; empty where it says none, or several. */
  Optional<String> side() {
    Set<String> said = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) {
      String side = SIDES.get(words.get(i));
      if (side != null && !(i + 1 < words.size() && NOT_A_SIDE.contains(words.get(i + 1)))) {
        said.add(side);
      }
    }
    Matcher chinese = CHINESE_SIDE.matcher(name);
    while (chinese.find()) {
      said.add(CHINESE_SIDES.get(chinese.group()));
    }
    return said.size() == 1 ? Optional.of(said.iterator().next()) : Optional.empty();
  }

  /** What the name says of intravenous contrast: with, without, or without then with. */
  Optional<String> contrast() {
    boolean with = name.contains("增强");
    boolean without = name.contains("平扫");
    if (words.stream().anyMatch(NameWords::otherRoute)) {
      return Optional.empty();
    }
    for (int i = 0; i < words.size(); i++) {
      if (ofContrast(i)) {
        with |= WITH.contains(words.get(i));
        without |= WITHOUT.contains(words.get(i));
      }
    }
    if (with && without) {
      return Optional.of("without then with");
    }
    return with ? Optional.of("with") : without ? Optional.of("without") : Optional.empty();
  }

  private static boolean otherRoute(String word) {
    return OTHER_ROUTE.contains(word) || word.startsWith("intra") && !word.equals("intravenous");
  }

  /** Whether this with or without is followed by contrast, or by nothing more. */
  private boolean ofContrast(int at) {
    int next = at;
    while (next < words.size()
        && (WITH.contains(words.get(next))
            || WITHOUT.contains(words.get(next))
            || BETWEEN.contains(words.get(next)))) {
      next++;
    }
    return next > at && (next == words.size() || CONTRAST.contains(words.get(next)));
  }
}
