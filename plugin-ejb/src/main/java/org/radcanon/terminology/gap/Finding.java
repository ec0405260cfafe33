package org.radcanon.terminology.gap;

import java.util.List;

/**
 * One line of the gap report: something in a scheme that a terminologist should see.
 *
 * @param scheme Coding Scheme Designator
 * @param code the code it is about
 * @param name what the scheme calls the code
 * @param concept the concept that the code means; empty where it got none
 * @param detail one sentence that says what is wrong
 * @param others further codes of the scheme, or parts of a name, that belong to it
 */
public record Finding(
    Kind kind,
    String scheme,
    String code,
    String name,
    String concept,
    String detail,
    List<String> others) {

  public Finding {
    others = List.copyOf(others);
  }

  /** What can be wrong, in the order of the report. */
  public enum Kind {
    NOT_UNDERSTOOD("not understood", "codes with a part that nobody has mapped: no concept"),
    NAME_CONTRADICTS(
        "name contradicts", "names that say another side, contrast, modality, organ or the like"),
    NAME_SAYS_MORE("name says more", "names that say what the attributes leave open"),
    EQUAL_ATTRIBUTES("equal attributes", "several codes of the scheme mean the same"),
    MISSING_SIBLING("missing sibling", "left without right, with contrast without plain"),
    NO_MODALITY("no modality", "codes that do not say how the image is made"),
    ONE_SCHEME_ONLY("one scheme only", "concepts that no other scheme can say");

    private final String title;
    private final String meaning;

    Kind(String title, String meaning) {
      this.title = title;
      this.meaning = meaning;
    }

    public String title() {
      return title;
    }

    public String meaning() {
      return meaning;
    }
  }
}
