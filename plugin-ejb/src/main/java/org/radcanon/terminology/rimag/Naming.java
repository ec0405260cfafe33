package org.radcanon.terminology.rimag;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcanon.terminology.rimag.Component.Part;

/** Names in the manner of the standard's items: CT 胸部（平扫 + 三维重建）, DR 胸部正位. */
final class Naming {

  static final String UNSPECIFIED_SITE = "999999";

  private final Meanings meanings;

  Naming(Meanings meanings) {
    this.meanings = meanings;
  }

  /** A name; empty when a part is unknown. */
  String of(RimagCode code) {
    Optional<Component> equipment = meanings.component(Part.EQUIPMENT, code);
    Optional<Component> site = meanings.component(Part.SITE, code);
    if (equipment.isEmpty() || site.isEmpty()) {
      return "";
    }
    String modality = meanings.modality(code.equipment()).orElseThrow();
    String device = modality.equals(RimagTables.XR) ? equipment.get().nameZh() : modality;
    String where = code.site().equals(UNSPECIFIED_SITE) ? "" : site.get().nameZh();
    String method = code.method().equals(RimagCode.NONE) ? "" : name(Part.METHOD, code);
    String detail = name(Part.DETAIL, code);
    if (modality.equals(RimagTables.XR)) {
      return (device + " " + where + method + detail).strip();
    }
    String done =
        Stream.of(method, detail).filter(s -> !s.isEmpty()).collect(Collectors.joining(" + "));
    return (device + " " + where + (where.isEmpty() ? done : "（" + done + "）")).strip();
  }

  private String name(Part part, RimagCode code) {
    return meanings.component(part, code).map(Component::nameZh).orElse("");
  }
}
