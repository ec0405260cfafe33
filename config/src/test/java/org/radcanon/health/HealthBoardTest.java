package org.radcanon.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcanon.health.HealthBoard.Answer;

class HealthBoardTest {

  private final HealthBoard board = new HealthBoard();

  @Test
  void aBoardOnWhichNobodyReportedIsNotReady() {
    assertThat(board.readiness())
        .containsExactly(new Answer("rooms", Optional.of("none has reported yet")));
  }

  @Test
  void everyQuestionIsAskedEachTimeAndAnsweredUnderItsName() {
    String[] reason = {null};
    board.ready("database", Optional::empty);
    board.ready("archive", () -> Optional.ofNullable(reason[0]));

    assertThat(board.readiness())
        .containsExactly(
            new Answer("archive", Optional.empty()), new Answer("database", Optional.empty()));

    reason[0] = "3 MiB free, 512 wanted";
    assertThat(board.readiness())
        .contains(new Answer("archive", Optional.of("3 MiB free, 512 wanted")));
  }

  @Test
  void aQuestionThatThrowsIsAFailureThatTellsNoMoreThanItsKind() {
    board.live(
        "listener",
        () -> {
          throw new IllegalStateException("/srv/archive/DOE^JANE");
        });

    assertThat(board.liveness())
        .singleElement()
        .satisfies(
            answer ->
                assertThat(answer.whyNot())
                    .get()
                    .asString()
                    .contains("IllegalStateException")
                    .doesNotContain("DOE"));
  }

  @Test
  void readinessAndLivenessAreAskedApart() {
    board.ready("archive", () -> Optional.of("full"));

    assertThat(board.liveness()).isEmpty();
  }

  @Test
  void aNoteIsShownAndDecidesNothing() {
    board.ready("archive", Optional::empty);
    board.note("archive behind", () -> "down since noon");
    board.note(
        "spool",
        () -> {
          throw new IllegalStateException("gone");
        });

    assertThat(board.notes())
        .containsEntry("archive behind", "down since noon")
        .containsEntry("spool", "the check itself failed (IllegalStateException); see log");
    assertThat(board.readiness()).containsExactly(new Answer("archive", Optional.empty()));
  }
}
