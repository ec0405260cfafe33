package org.radcanon.web.dicomweb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.Tag;

/**
 * An attribute as QIDO-RS names it (PS3.18 8.3.4.1): a keyword, a tag of eight hexadecimal digits
 * in any letter case, or a path of these from the outermost sequence inwards, joined by dots and
 * freely mixed: {@code 00081032.CodeValue}.
 *
 * @param tags at least one
 */
record TagPath(List<Integer> tags) {
  private static final int MAX_DEPTH = 16;

  TagPath {
    tags = List.copyOf(tags);
  }

  /** Empty when a step is neither a tag nor a known keyword. */
  static Optional<TagPath> parse(String text) {
    List<Integer> tags = new ArrayList<>();
    for (String step : text.split("\\.", -1)) {
      Optional<Integer> tag = Tag.parse(step);
      if (tag.isEmpty() || tags.size() == MAX_DEPTH) {
        return Optional.empty();
      }
      tags.add(tag.get());
    }
    return Optional.of(new TagPath(tags));
  }

  /** The outermost attribute, which is the one that an answer has or has not. */
  int top() {
    return tags.get(0);
  }
}
