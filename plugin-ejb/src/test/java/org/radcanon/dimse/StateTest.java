package org.radcanon.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PS3.8 Table 9-10 once more, told the other way round: by action, event and states. */
class StateTest {

  private static final String BY_ACTION =
      """
      AE-1 1:1
      AE-2 2:4
      AE-3 3:5
      AE-4 4:5
      AE-5 5:1
      AE-6 6:2
      AE-7 7:3
      AE-8 8:3
      DT-1 9:6
      DT-2 10:6
      AR-1 11:6
      AR-2 12:6
      AR-3 13:7,11
      AR-4 14:8,12
      AR-5 17:13
      AR-6 10:7
      AR-7 9:8
      AR-8 12:7
      AR-9 14:9
      AR-10 13:10
      AA-1 3:2 4:2 10:2 12:2 13:2 19:2 15:3,5,6,7,8,9,10,11,12
      AA-2 15:4 16:2,13 18:2,13
      AA-3 16:3,5,6,7,8,9,10,11,12
      AA-4 17:3,4,5,6,7,8,9,10,11,12
      AA-5 17:2
      AA-6 3:13 4:13 10:13 12:13 13:13
      AA-7 6:13 19:13
      AA-8 3:3,6,7,8,9,10,11,12 4:3,6,7,8,9,10,11,12 6:3,5,6,7,8,9,10,11,12 \
      10:3,5,8,9,10,11,12 12:3,5,8,9,10,11,12 13:3,5,6,8,9,12 19:3,5,6,7,8,9,10,11,12
      """;

  private static final String NEXT_STATES =
      """
      AE-1:4 AE-2:5 AE-3:6 AE-4:1 AE-5:2 AE-6:3 AE-7:6 AE-8:13 DT-1:6 DT-2:6 AR-1:7 AR-2:8 \
      AR-3:1 AR-4:13 AR-5:1 AR-6:7 AR-7:8 AR-8:9 AR-9:11 AR-10:12 AA-1:13 AA-2:1 AA-3:1 AA-4:1 \
      AA-5:1 AA-6:13 AA-7:13 AA-8:13""";

  private static Map<String, String> cells() {
    Map<String, String> cells = new TreeMap<>();
    for (String line : BY_ACTION.lines().toList()) {
      String[] words = line.split(" ");
      for (String word : Arrays.asList(words).subList(1, words.length)) {
        String[] eventAndStates = word.split(":");
        for (String state : eventAndStates[1].split(",")) {
          cells.put("%s/%s".formatted(eventAndStates[0], state), words[0]);
        }
      }
    }
    return cells;
  }

  static Stream<Arguments> everyCell() {
    Map<String, String> cells = cells();
    return IntStream.rangeClosed(1, 19)
        .boxed()
        .flatMap(
            event ->
                IntStream.rangeClosed(1, 13)
                    .mapToObj(
                        state ->
                            Arguments.of(
                                event,
                                state,
                                cells.getOrDefault("%d/%d".formatted(event, state), "."))));
  }

  @ParameterizedTest(name = "event {0} in state {1}: {2}")
  @MethodSource("everyCell")
  void every_cell_is_as_the_standard_has_it(int event, int state, String action) {
    Optional<Action> found = State.values()[state - 1].on(Event.values()[event - 1]);

    assertThat(found.map(a -> a.name().replace('_', '-')).orElse(".")).isEqualTo(action);
  }

  @Test
  void every_action_leads_where_the_standard_says() {
    for (String pair : NEXT_STATES.split(" ")) {
      String[] actionAndState = pair.split(":");
      State next = Action.valueOf(actionAndState[0].replace('-', '_')).next(true);
      assertThat(next.name()).as(pair).isEqualTo("STA" + actionAndState[1]);
    }
    assertThat(Action.AE_6.next(false)).isEqualTo(State.STA13);
    assertThat(Action.AR_8.next(false)).isEqualTo(State.STA10);
    assertThat(NEXT_STATES.split(" ")).hasSize(Action.values().length);
  }

  @Test
  void a_release_collision_ends_the_requestor_first_and_the_acceptor_after_it() {
    Machine requestor = machine(true, Event.ASSOCIATE_REQUEST, Event.TRANSPORT_CONFIRMED);
    Machine acceptor = machine(false, Event.TRANSPORT_INDICATED, Event.ASSOCIATE_RQ_RECEIVED);
    requestor.on(Event.ASSOCIATE_AC_RECEIVED);
    acceptor.on(Event.ASSOCIATE_ACCEPTED);
    for (Machine side : List.of(requestor, acceptor)) {
      side.on(Event.RELEASE_REQUEST);
      side.on(Event.RELEASE_RQ_RECEIVED);
    }

    assertThat(requestor.state()).isEqualTo(State.STA9);
    assertThat(acceptor.state()).isEqualTo(State.STA10);
    assertThat(requestor.on(Event.RELEASE_RESPONSE)).contains(Action.AR_9);
    assertThat(acceptor.on(Event.RELEASE_RP_RECEIVED)).contains(Action.AR_10);
    assertThat(acceptor.on(Event.RELEASE_RESPONSE)).contains(Action.AR_4);
    assertThat(requestor.on(Event.RELEASE_RP_RECEIVED)).contains(Action.AR_3);
    assertThat(acceptor.on(Event.TRANSPORT_CLOSED)).contains(Action.AR_5);
    assertThat(List.of(requestor.state(), acceptor.state())).containsOnly(State.STA1);
  }

  @Test
  void what_cannot_happen_changes_nothing() {
    Machine machine = machine(true, Event.ASSOCIATE_REQUEST);

    assertThat(machine.on(Event.DATA_REQUEST)).isEmpty();
    assertThat(machine.state()).isEqualTo(State.STA4);
  }

  @Test
  void a_request_that_the_provider_cannot_accept_leads_to_closing() {
    Machine machine = machine(false, Event.TRANSPORT_INDICATED);

    machine.on(Event.ASSOCIATE_RQ_RECEIVED, false);

    assertThat(machine.state()).isEqualTo(State.STA13);
  }

  private static Machine machine(boolean requestor, Event... events) {
    Machine machine = new Machine(requestor);
    for (Event event : events) {
      machine.on(event);
    }
    return machine;
  }
}
