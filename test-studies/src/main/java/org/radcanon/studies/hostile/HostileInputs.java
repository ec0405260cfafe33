package org.radcanon.studies.hostile;

import java.util.List;
import java.util.stream.Stream;

/**
 * What must never be stored, hang a reader or fill its memory.
 *
 * <pre>{@code
 * static Stream<Input> inputs() { return HostileInputs.all().stream(); }
 *
 * @ParameterizedTest @MethodSource("inputs")
 * void isRefused(Input input) { ... input.open() ... }
 * }</pre>
 */
public final class HostileInputs {

  private HostileInputs() {}

  /** All of the below. */
  public static List<Input> all() {
    return Stream.of(
            notDicom(),
            truncated(),
            lyingLengths(),
            brokenStructure(),
            mislabelled(),
            badUids(),
            bombs())
        .flatMap(List::stream)
        .toList();
  }

  /** Those that fit into a byte array, deflate bombs among them. */
  public static List<Input> small() {
    return all().stream().filter(Input::small).toList();
  }

  /**
   * Not among {@link #all()}: these may be refused, or taken by a reader that sees through the lie.
   * What is taken must leave byte for byte as it came but for what was set.
   */
  public static List<Input> debatable() {
    return Debatable.inputs();
  }

  /** Text, pictures, nothing, noise. */
  public static List<Input> notDicom() {
    return NotDicom.inputs();
  }

  /** A CT cut off in the middle of each kind of thing. */
  public static List<Input> truncated() {
    return Truncated.inputs();
  }

  /** Lengths that promise more, or less, than there is. */
  public static List<Input> lyingLengths() {
    return LyingLengths.inputs();
  }

  /** Sequences never closed, items without a sequence, elements that are none. */
  public static List<Input> brokenStructure() {
    return BrokenStructure.inputs();
  }

  /** A data set in another transfer syntax than the file says. */
  public static List<Input> mislabelled() {
    return Mislabelled.inputs();
  }

  /** UIDs that lead elsewhere, are too long, are none, or are not there. */
  public static List<Input> badUids() {
    return BadUids.inputs();
  }

  /** Small things that grow: deflate bombs, deep nesting, endless headers. */
  public static List<Input> bombs() {
    return Bombs.inputs();
  }
}
