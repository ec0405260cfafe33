package org.radcanon.studies.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A section of a Markdown page, put in the place of the one of the same heading. */
final class Page {

  private Page() {}

  static void put(Path page, String heading, List<String> section) throws IOException {
    List<String> lines = Files.exists(page) ? Files.readAllLines(page) : List.of();
    Files.write(page, with(lines, "## " + heading, section));
  }

  static List<String> with(List<String> lines, String heading, List<String> section) {
    List<String> result = new ArrayList<>();
    int at = lines.indexOf(heading);
    int end = at < 0 ? lines.size() : at + 1;
    while (at >= 0 && end < lines.size() && !lines.get(end).startsWith("## ")) {
      end++;
    }
    result.addAll(lines.subList(0, at < 0 ? lines.size() : at));
    if (!result.isEmpty() && !result.get(result.size() - 1).isBlank()) {
      result.add("");
    }
    result.add(heading);
    result.add("");
    result.addAll(section);
    if (end < lines.size()) {
      result.add("");
      result.addAll(lines.subList(end, lines.size()));
    }
    return result;
  }
}
