package org.radcanon.terminology.rimag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.rimag.Component.Part;
import org.radcanon.terminology.rimag.Problem.Kind;

/** What is wrong with a code, or strange about it. */
final class Checks {

  /** Code Value (0008,0100) is SH: 16 characters (PS3.5 Table 6.2-1). */
  private static final int CODE_VALUE_MAX = 16;

  private static final String THREE_CHARACTER_METHOD = "M10";
  private static final Set<String> MODALITIES_WITHOUT_TABLES = Set.of("5", "A", "B", "C");

  private final RimagTables tables;
  private final Meanings meanings;

  Checks(RimagTables tables, Meanings meanings) {
    this.tables = tables;
    this.meanings = meanings;
  }

  /** The problems of a code, those first that leave it without a meaning. */
  List<Problem> of(String text) {
    Optional<RimagCode> code = RimagCode.parse(text);
    List<Problem> found = code.map(this::of).orElseGet(() -> shape(text));
    found.sort(Comparator.comparing(problem -> !problem.kind().refuses()));
    return List.copyOf(found);
  }

  /** Whether a code means something; as {@link #of(String)}, but without saying why not. */
  boolean allowed(RimagCode code) {
    Component equipment = tables.equipment.get(code.equipment());
    Component site = tables.sites.get(code.site());
    if (equipment == null || site == null || !code.additional().equals(RimagCode.NONE)) {
      return false;
    }
    String modality = equipment.modalities().iterator().next();
    boolean detail = !code.detail().equals(RimagCode.NONE);
    boolean method = !code.method().equals(RimagCode.NONE);
    return site.modalities().contains(modality)
        && tables.methods.get(modality).containsKey(code.method())
        && (!detail || tables.details.get(modality).containsKey(code.detail()))
        && (method || detail || !modality.equals(RimagTables.CT));
  }

  private static List<Problem> shape(String text) {
    List<Problem> found = new ArrayList<>(2);
    String base = text.split("-", 2)[0];
    if (base.length() != RimagCode.LENGTH) {
      String said = "%d characters before the extension, not %d";
      found.add(new Problem(Kind.LENGTH, said.formatted(base.length(), RimagCode.LENGTH)));
    }
    if (!text.matches("[0-9A-Za-z]*(-[0-9A-Za-z]+)?")) {
      found.add(
          new Problem(Kind.CHARACTERS, "only digits and letters, and after a hyphen likewise"));
    }
    if (base.length() == RimagCode.LENGTH + 1 && base.startsWith(THREE_CHARACTER_METHOD, 8)) {
      String said = "appendix D lists scan method M10, whose three characters fit no code; see M6";
      found.add(new Problem(Kind.ODDITY, said));
    }
    return found;
  }

  private List<Problem> of(RimagCode code) {
    List<Problem> found = new ArrayList<>(2);
    Optional<String> modality = meanings.modality(code.equipment());
    if (modality.isEmpty()) {
      found.add(new Problem(Kind.UNKNOWN_EQUIPMENT, unknownEquipment(code.equipment())));
    }
    site(code, modality, found);
    modality.ifPresent(m -> method(code, m, found));
    modality.ifPresent(m -> detail(code, m, found));
    if (!code.additional().equals(RimagCode.NONE)) {
      String said = "the standard has no additional code but 00, so none is " + code.additional();
      found.add(new Problem(Kind.UNKNOWN_ADDITIONAL, said));
    }
    if (code.toString().length() > CODE_VALUE_MAX) {
      String said = "longer than the 16 characters of a DICOM Code Value";
      found.add(new Problem(Kind.LONG_EXTENSION, said));
    }
    if (found.stream().noneMatch(p -> p.kind().refuses())
        && !tables.items.containsKey(code.base())) {
      found.add(
          new Problem(Kind.NO_STANDARD_ITEM, "the structure allows it, but no item is listed"));
    }
    return found;
  }

  private static String unknownEquipment(String equipment) {
    return MODALITIES_WITHOUT_TABLES.contains(equipment.substring(0, 1))
        ? "the standard names modality "
            + equipment.charAt(0)
            + ", but has no equipment, sites or methods for it"
        : "no equipment " + equipment;
  }

  private void site(RimagCode code, Optional<String> modality, List<Problem> found) {
    Component site = tables.sites.get(code.site());
    if (site == null) {
      found.add(new Problem(Kind.UNKNOWN_SITE, "no site " + code.site()));
    } else if (modality.isPresent() && !site.modalities().contains(modality.get())) {
      String said =
          site.modalities().isEmpty()
              ? "site %s has no modality: the standard prints 错 (wrong) in its place"
              : "site %s is not for " + modality.get();
      Problem.Kind kind = Kind.SITE_OF_OTHER_MODALITY;
      found.add(new Problem(kind, said.formatted(code.site() + " " + site.nameZh())));
    }
  }

  private void method(RimagCode code, String modality, List<Problem> found) {
    Component method = tables.methods.get(modality).get(code.method());
    if (method == null) {
      found.add(unknown(Part.METHOD, code.method(), modality, tables.methods));
      return;
    }
    if (!method.device().isEmpty()
        && !method.device().equals(tables.equipment.get(code.equipment()).device())) {
      String said = "scan method %s %s is done with other equipment than %s";
      found.add(
          new Problem(
              Kind.EQUIPMENT_OF_OTHER_METHOD,
              said.formatted(code.method(), method.nameZh(), code.equipment())));
    }
    if (code.method().equals(RimagCode.NONE) && modality.equals(RimagTables.CT)) {
      if (code.detail().equals(RimagCode.NONE)) {
        found.add(new Problem(Kind.NOTHING_DONE, "neither scan method nor post-processing"));
      } else {
        String said = "appendix D lists scan method 00 for X-ray only; ten CT items use it";
        found.add(new Problem(Kind.ODDITY, said));
      }
    }
    tables.oddities.stream()
        .filter(oddity -> aboutMethod(oddity, modality, code.method()))
        .forEach(oddity -> found.add(new Problem(Kind.ODDITY, oddity.detail())));
  }

  /** Whether an oddity is about a method: of appendix D, whose doubled names are all X-ray's. */
  private static boolean aboutMethod(Oddity oddity, String modality, String method) {
    boolean listed =
        oddity.code().equals(method)
            || List.of(oddity.detail().split("[^0-9A-Za-z]+")).contains(method);
    return oddity.kind().startsWith("appendix-D") && listed && modality.equals(RimagTables.XR)
        || oddity.kind().equals("typo") && oddity.code().equals(method);
  }

  private void detail(RimagCode code, String modality, List<Problem> found) {
    if (!code.detail().equals(RimagCode.NONE)
        && !tables.details.get(modality).containsKey(code.detail())) {
      found.add(unknown(Part.DETAIL, code.detail(), modality, tables.details));
    }
  }

  private static Problem unknown(
      Part part, String code, String modality, Map<String, Map<String, Component>> all) {
    boolean method = part == Part.METHOD;
    String name = method ? "scan method" : "post-processing or position";
    for (Map.Entry<String, Map<String, Component>> other : all.entrySet()) {
      Component there = other.getValue().get(code);
      if (there != null && !code.equals(RimagCode.NONE)) {
        String said = "%s %s %s belongs to %s, not to %s";
        return new Problem(
            method ? Kind.METHOD_OF_OTHER_MODALITY : Kind.DETAIL_OF_OTHER_MODALITY,
            said.formatted(name, code, there.nameZh(), other.getKey(), modality));
      }
    }
    String alike =
        all.get(modality).keySet().stream()
            .filter(code::equalsIgnoreCase)
            .map(known -> "; " + known + " exists, and case counts")
            .findFirst()
            .orElse("");
    return new Problem(
        method ? Kind.UNKNOWN_METHOD : Kind.UNKNOWN_DETAIL,
        "no %s %s%s".formatted(name, code, alike));
  }
}
