package org.radcanon.terminology.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortlistTest {

  @Test
  void keeps_the_cheapest_in_order_and_each_once() {
    Random random = new Random(4);
    for (int round = 0; round < 500; round++) {
      int most = 1 + round % 5;
      Shortlist list = new Shortlist(most);
      TreeSet<List<Integer>> all =
          new TreeSet<>(
              Comparator.<List<Integer>>comparingInt(e -> e.get(0)).thenComparing(e -> e.get(1)));
      TreeMap<Integer, Integer> costs = new TreeMap<>();
      for (int i = 0; i < 20; i++) {
        int candidate = random.nextInt(12); // some twice
        int cost = costs.computeIfAbsent(candidate, c -> random.nextInt(6));
        all.add(List.of(cost, candidate));
        if (list.takes(cost, candidate)) {
          list.add(cost, candidate);
        }
      }
      assertThat(entries(list)).isEqualTo(all.stream().limit(most).toList());
    }
  }

  private static List<List<Integer>> entries(Shortlist list) {
    return IntStream.range(0, list.size())
        .mapToObj(at -> List.of(list.cost(at), list.candidate(at)))
        .toList();
  }
}
