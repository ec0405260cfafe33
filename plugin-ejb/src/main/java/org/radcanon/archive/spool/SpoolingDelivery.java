package org.radcanon.archive.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.radcanon.archive.Archive.Content;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Delivery;
import org.radcanon.archive.Instance;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Kept;
import org.radcanon.archive.Outcome.Unavailable;

/**
 * Instances on their way to the archive with a copy beside them, which becomes the acknowledged one
 * where the archive does not take the instance now.
 */
final class SpoolingDelivery implements Delivery {

  /**
   * One instance.
   *
   * @param answer which of the archive's outcomes is its own; empty where it goes to the spool
   *     alone
   * @param lost what kept something of it from the archive
   */
  private record Slot(Copy copy, OptionalInt answer, Optional<Exception> lost) {}

  private final SpoolingArchive archive;
  private final List<Slot> slots = new ArrayList<>();
  private final Set<String> spooledStudies = new HashSet<>();
  private Optional<Delivery> remote = Optional.empty();
  private int answersExpected;
  private Optional<List<Outcome>> outcomes = Optional.empty();

  SpoolingDelivery(SpoolingArchive archive) {
    this.archive = archive;
  }

  @Override
  public void add(Instance instance, Content content) throws IOException {
    Copy copy = archive.copy(instance);
    Arriving arriving = new Arriving(content, copy);
    boolean whole = false;
    try {
      OptionalInt answer =
          goesStraight(instance.key().study()) ? OptionalInt.empty() : handOver(instance, arriving);
      arriving.writeToCopy();
      arriving.requireWhole();
      copy.complete();
      slots.add(new Slot(copy, answer, arriving.lost()));
      whole = true;
    } finally {
      if (!whole) {
        copy.discard();
      }
    }
  }

  /** Once one of a study went to the spool, none of this delivery may overtake it. */
  private boolean goesStraight(String study) {
    if (!spooledStudies.contains(study) && archive.goesStraight(study)) {
      spooledStudies.add(study);
    }
    return spooledStudies.contains(study);
  }

  private OptionalInt handOver(Instance instance, Arriving arriving) throws IOException {
    try {
      if (remote.isEmpty()) {
        remote = Optional.of(archive.beginRemote());
      }
      remote.get().add(instance, arriving);
      return OptionalInt.of(answersExpected++);
    } catch (IOException | RuntimeException e) {
      arriving.requireWhole();
      archive.broken(e);
      return OptionalInt.empty();
    }
  }

  @Override
  public List<Outcome> finish() {
    if (outcomes.isEmpty()) {
      outcomes = Optional.of(settle(answers()));
    }
    return outcomes.get();
  }

  private List<Outcome> answers() {
    try {
      return remote.map(Delivery::finish).orElse(List.of());
    } catch (RuntimeException e) {
      archive.broken(e);
      return List.of();
    }
  }

  private List<Outcome> settle(List<Outcome> answers) {
    List<Outcome> settled = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    for (Slot slot : slots) {
      Optional<Outcome> answer =
          slot.answer().stream()
              .filter(i -> i < answers.size())
              .mapToObj(i -> believed(answers.get(i), slot))
              .findAny();
      answer.ifPresent(archive::answered);
      slot.copy().failure().ifPresent(archive::copyFailed);
      Outcome outcome = answer.orElse(new Unavailable(noAnswer(slot)));
      if (outcome instanceof Unavailable && slot.copy().failure().isEmpty()) {
        kept.add(settled.size());
      } else {
        slot.copy().discard();
      }
      settled.add(outcome);
    }
    List<Copy> copies = kept.stream().map(i -> slots.get(i).copy()).toList();
    List<Outcome> spooled = archive.accept(copies);
    for (int i = 0; i < kept.size(); i++) {
      settled.set(kept.get(i), spooled.get(i));
    }
    return List.copyOf(settled);
  }

  /** No archive has what did not go to it whole. */
  private Outcome believed(Outcome answer, Slot slot) {
    if (answer instanceof Kept && slot.lost().isPresent()) {
      archive.broken(slot.lost().get());
      return new Unavailable(new ArchiveException("not all of it has gone to the archive"));
    }
    return answer;
  }

  private static ArchiveException noAnswer(Slot slot) {
    return slot.copy()
        .failure()
        .orElseGet(() -> new ArchiveException("the archive did not answer"));
  }

  @Override
  public void close() {
    slots.forEach(slot -> slot.copy().discard());
    remote.ifPresent(Delivery::close);
  }
}
