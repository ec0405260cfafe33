package org.radcanon.web.dicomweb;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.radcanon.intake.Intake;
import org.radcanon.intake.Intake.Incoming;
import org.radcanon.intake.StoreResult;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.FailureReason;

/**
 * The parts of one request as they come: most go into one batch of intake's, some it never sees.
 * Each keeps its place in the order of the body.
 */
final class StowParts implements AutoCloseable {
  private final Intake.Batch batch;

  /** Empty: the batch knows. */
  private final List<Optional<Failed>> places = new ArrayList<>();

  private Optional<Failed> instead = Optional.empty();

  StowParts(Intake intake) {
    this.batch = intake.begin();
  }

  int size() {
    return places.size();
  }

  void add(Incoming incoming) {
    batch.add(incoming);
    places.add(Optional.empty());
  }

  void fail(FailureReason reason, String comment) {
    places.add(Optional.of(failed(reason, comment)));
  }

  /**
   * The last part was not whole: whatever intake makes of what it saw, should it fail, it is told
   * by this.
   */
  void lastWasCut(FailureReason reason, String comment) {
    instead = Optional.of(failed(reason, comment));
  }

  /** Waits for intake; one result for each part. */
  List<StoreResult> finish() {
    Iterator<StoreResult> answers = batch.finish().iterator();
    List<StoreResult> results = new ArrayList<>(places.size());
    for (Optional<Failed> place : places) {
      results.add(place.isPresent() ? place.get() : answers.next());
    }
    int last = results.size() - 1;
    if (instead.isPresent() && results.get(last) instanceof Failed f) {
      Failed cut = instead.get();
      results.set(last, new Failed(f.sopClass(), f.sopInstance(), cut.status(), cut.comment()));
    }
    return results;
  }

  @Override
  public void close() {
    batch.close();
  }

  private static Failed failed(FailureReason reason, String comment) {
    return new Failed(Optional.empty(), Optional.empty(), reason, comment);
  }
}
