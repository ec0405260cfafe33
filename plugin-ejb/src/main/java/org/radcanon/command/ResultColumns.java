package org.radcanon.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Where results stand in the table that is written: behind the columns that were read, or in place
 * of those of an earlier run.
 */
final class ResultColumns {

  private final List<String> header;
  private final int[] places;

  /**
   * @throws CommandException when some but not all results have a column already
   */
  ResultColumns(List<String> read, List<String> results) {
    List<String> taken = results.stream().filter(read::contains).toList();
    boolean earlierRun = read.containsAll(Answer.FIXED);
    if (!taken.isEmpty() && !earlierRun) {
      throw new CommandException(
          "the input has a column "
              + String.join(" and ", taken)
              + " already: rename it, since the output has one of that name");
    }
    header = new ArrayList<>(read);
    results.stream().filter(column -> !read.contains(column)).forEach(header::add);
    places = results.stream().mapToInt(header::indexOf).toArray();
  }

  List<String> header() {
    return List.copyOf(header);
  }

  List<String> row(List<String> read, List<String> results) {
    List<String> row = new ArrayList<>(read);
    while (row.size() < header.size()) {
      row.add("");
    }
    for (int i = 0; i < places.length; i++) {
      row.set(places[i], results.get(i));
    }
    return row;
  }
}
