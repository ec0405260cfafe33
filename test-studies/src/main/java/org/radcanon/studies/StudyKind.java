package org.radcanon.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The kinds of studies that can be made, each a round of procedures. */
public enum StudyKind {
  CT("computed tomography, named as in the RadLex Playbook", Procedures::ct),
  MR("magnetic resonance, Playbook names", Procedures::mr),
  XR("radiographs (DX), Playbook names", Procedures::xr),
  US("ultrasound in colour, Playbook names", Procedures::us),
  MG("mammography in four views, Playbook names", Procedures::mg),
  PET("PET with CT, Playbook names", Procedures::pet),
  SR("a structured report and no image", Procedures::sr),
  CODED("a RadLex Playbook code in the header, text that says little", Procedures::coded),
  LOCAL("a hospital's own codes (99RCTEST), text of no help", Procedures::local),
  VENDOR("descriptions as scanners and protocols word them", Procedures::vendor),
  UNCODABLE("text that says nothing, or none at all", Procedures::uncodable),
  CHINESE("Chinese names in GB18030, UTF-8 and ISO 2022", Procedures::chinese),
  INTERNATIONAL("German, French, Greek, Japanese and Korean", Procedures::international),
  MIXED("all of the above in turn", StudyKind::mixed);

  private final String meaning;
  private final Supplier<List<Procedure>> procedures;

  StudyKind(String meaning, Supplier<List<Procedure>> procedures) {
    this.meaning = meaning;
    this.procedures = procedures;
  }

  /** One line for {@code --help}. */
  public String meaning() {
    return meaning;
  }

  /** As typed on a command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<Procedure> procedures() {
    return procedures.get();
  }

  /** The first of each kind, the second of each, until the longest is through. */
  private static List<Procedure> mixed() {
    List<Procedure> result = new ArrayList<>();
    for (int round = 0; ; round++) {
      int before = result.size();
      for (StudyKind kind : values()) {
        if (kind != MIXED && round < kind.procedures().size()) {
          result.add(kind.procedures().get(round));
        }
      }
      if (result.size() == before) {
        return result;
      }
    }
  }
}
