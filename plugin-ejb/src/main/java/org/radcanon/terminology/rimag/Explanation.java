package org.radcanon.terminology.rimag;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a code says, position by position.
 *
 * @param code the code as given
 * @param positions its parts in their order; none when the code cannot be taken apart
 * @param name the item's name, or one put together in the manner of the items; empty when a part is
 *     unknown
 * @param item the standard item that it is
 * @param extension what an institution appended
 * @param values the attribute values that it means; empty when it means nothing
 * @param problems what is wrong or strange, the worst first
 */
public record Explanation(
    String code,
    List<Position> positions,
    String name,
    Optional<Item> item,
    Optional<String> extension,
    Set<String> values,
    List<Problem> problems) {

  public Explanation {
    positions = List.copyOf(positions);
    problems = List.copyOf(problems);
  }

  /** Whether the code means something. */
  public boolean meaningful() {
    return problems.stream().noneMatch(problem -> problem.kind().refuses());
  }

  /**
   * One part of the code.
   *
   * @param component the standard's entry; empty when it has none, or when the characters say that
   *     there is nothing
   */
  public record Position(Component.Part part, String code, Optional<Component> component) {}
}
