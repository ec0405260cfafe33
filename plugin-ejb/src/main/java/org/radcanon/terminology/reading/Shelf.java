package org.radcanon.terminology.reading;

import java.util.List;

/**
 * Procedures of one place as numbers, those first whose values cost least to add, and the values of
 * all of them in one row, so that they are compared without going from object to object. The arrays
 * are not copied.
 *
 * @param procedures their numbers
 * @param addingAll what it would cost to add every value of a procedure
 * @param ends where in the row the values of a procedure end and those of the next begin
 * @param values the row
 */
record Shelf(int[] procedures, int[] addingAll, int[] ends, int[] values) {

  static final Shelf EMPTY = new Shelf(new int[0], new int[0], new int[0], new int[0]);

  static Shelf of(List<Integer> procedures, int[] addingAll, int[][] values) {
    int[] sorted =
        procedures.stream()
            .sorted((a, b) -> Integer.compare(addingAll[a], addingAll[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] adding = new int[sorted.length];
    int[] ends = new int[sorted.length];
    int[] row = new int[procedures.stream().mapToInt(p -> values[p].length).sum()];
    int end = 0;
    for (int i = 0; i < sorted.length; i++) {
      int[] own = values[sorted[i]];
      System.arraycopy(own, 0, row, end, own.length);
      end += own.length;
      ends[i] = end;
      adding[i] = addingAll[sorted[i]];
    }
    return new Shelf(sorted, adding, ends, row);
  }

  int size() {
    return procedures.length;
  }
}
