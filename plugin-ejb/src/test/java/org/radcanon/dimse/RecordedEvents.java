package org.radcanon.dimse;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.radcanon.dimse.AssociationException.Ending;

/** Keeps what happened. */
final class RecordedEvents implements DimseEvents {

  final List<Ending> broken = new CopyOnWriteArrayList<>();
  final List<Long> released = new CopyOnWriteArrayList<>();
  final List<String> rejected = new CopyOnWriteArrayList<>();
  final List<String> accepted = new CopyOnWriteArrayList<>();
  final List<RuntimeException> failures = new CopyOnWriteArrayList<>();

  @Override
  public void accepted(AeTitle calling, AeTitle called, String peer) {
    accepted.add(calling.value());
  }

  @Override
  public void rejected(String peer, String reason) {
    rejected.add(reason);
  }

  @Override
  public void broken(String peer, Ending ending, String reason) {
    broken.add(ending);
  }

  @Override
  public void released(String peer, long operations) {
    released.add(operations);
  }

  @Override
  public void serviceFailed(RuntimeException failure) {
    failures.add(failure);
  }
}
