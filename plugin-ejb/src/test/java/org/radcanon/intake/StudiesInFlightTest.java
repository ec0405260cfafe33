package org.radcanon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudiesInFlightTest {

  private final StudiesInFlight inFlight = new StudiesInFlight();
  private final List<String> released = new ArrayList<>();

  @Test
  void theLastOneOfAStudyMayTakeTheClaimBack() {
    inFlight.enter("1.2");
    inFlight.leave("1.2", () -> released.add("1.2"));

    assertThat(released).containsExactly("1.2");
  }

  @Test
  void nobodyTakesAClaimBackWhileAnotherInstanceOfTheStudyMayBeFollowingIt() {
    inFlight.enter("1.2");
    inFlight.enter("1.2");
    inFlight.leave("1.2", () -> released.add("first"));

    assertThat(released).isEmpty();

    inFlight.leave("1.2", () -> released.add("last"));

    assertThat(released).containsExactly("last");
  }

  @Test
  void studiesDoNotWaitForEachOther() {
    inFlight.enter("1.2");
    inFlight.enter("1.3");
    inFlight.leave("1.3", () -> released.add("1.3"));

    assertThat(released).containsExactly("1.3");
  }
}
