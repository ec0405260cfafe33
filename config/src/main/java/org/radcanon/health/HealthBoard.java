package org.radcanon.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The questions that tell whether radcanon can work, by the name under which {@code /health} shows
 * them.
 *
 * <pre>{@code
 * board.ready("archive", archive::unavailable);
 * }</pre>
 *
 * <p>A question answers with the reason why not, or empty when all is well. It is asked at each
 * request of the health endpoint, so it answers within milliseconds and changes nothing. One that
 * throws counts as a failure; its exception goes to the log, for the endpoint is open to anybody
 * who reaches the management port. The reason is shown there too: it names no patient.
 */
@ApplicationScoped
public class HealthBoard {

  private static final Logger LOG = Logger.getLogger(HealthBoard.class);

  private static final Answer NOBODY_YET =
      new Answer("rooms", Optional.of("none has reported yet"));

  private final Map<String, Supplier<Optional<String>>> readiness = new ConcurrentSkipListMap<>();
  private final Map<String, Supplier<String>> notes = new ConcurrentSkipListMap<>();
  private final Map<String, Supplier<Optional<String>>> liveness = new ConcurrentSkipListMap<>();

  /**
   * Without it radcanon cannot take or answer requests for now: no traffic should come ({@code
   * /health/ready}). The same name again replaces the question.
   */
  public void ready(String name, Supplier<Optional<String>> whyNot) {
    readiness.put(Objects.requireNonNull(name), Objects.requireNonNull(whyNot));
  }

  /**
   * A word on the state of something without which radcanon can work for a while; it stands beside
   * the readiness questions and decides nothing.
   */
  public void note(String name, Supplier<String> words) {
    notes.put(Objects.requireNonNull(name), Objects.requireNonNull(words));
  }

  /** Without it only a new start helps ({@code /health/live}). */
  public void live(String name, Supplier<Optional<String>> whyNot) {
    liveness.put(Objects.requireNonNull(name), Objects.requireNonNull(whyNot));
  }

  /**
   * Asks all readiness questions, in the order of their names. A board without any is not ready:
   * nobody has said yet that they can work.
   */
  List<Answer> readiness() {
    return readiness.isEmpty() ? List.of(NOBODY_YET) : ask(readiness);
  }

  /** Asks all liveness questions, in the order of their names. */
  List<Answer> liveness() {
    return ask(liveness);
  }

  /** All notes by their names. */
  SortedMap<String, String> notes() {
    SortedMap<String, String> said = new TreeMap<>();
    notes.forEach(
        (name, words) -> said.put(name, ask(name, () -> Optional.of(words.get())).orElseThrow()));
    return said;
  }

  private static List<Answer> ask(Map<String, Supplier<Optional<String>>> questions) {
    return questions.entrySet().stream()
        .map(question -> new Answer(question.getKey(), ask(question.getKey(), question.getValue())))
        .toList();
  }

  private static Optional<String> ask(String name, Supplier<Optional<String>> whyNot) {
    try {
      return whyNot.get();
    } catch (RuntimeException e) {
      LOG.errorf(e, "Health question \"%s\" failed", name);
      return Optional.of("the check itself failed (" + e.getClass().getSimpleName() + "); see log");
    }
  }

  /**
   * @param whyNot empty when all is well
   */
  record Answer(String name, Optional<String> whyNot) {}
}
