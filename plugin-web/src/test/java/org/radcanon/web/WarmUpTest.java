package org.radcanon.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  private final List<String> made = new ArrayList<>();

  private record MadeBy(String what, Runnable maker) implements WarmUp.Step {

    @Override
    public void make() {
      maker.run();
    }
  }

  @Test
  void everything_is_made_one_after_the_other_also_behind_what_fails() {
    WarmUp.run(
        List.of(
            new MadeBy("first", () -> made.add("first")),
            new MadeBy(
                "broken",
                () -> {
                  throw new IllegalStateException("cannot be made");
                }),
            new MadeBy("last", () -> made.add("last"))));

    assertThat(made).containsExactly("first", "last");
  }
}
