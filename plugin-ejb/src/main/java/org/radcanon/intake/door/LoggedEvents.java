package org.radcanon.intake.door;

import jakarta.enterprise.context.ApplicationScoped;
import org.radcanon.dimse.AeTitle;
import org.radcanon.dimse.AssociationException.Ending;
import org.radcanon.dimse.DimseEvents;
import org.radcanon.intake.Failures;

/** Puts what happens to associations, of either direction, into the log. */
@ApplicationScoped
public final class LoggedEvents implements DimseEvents {

  @Override
  public void accepted(AeTitle calling, AeTitle called, String peer) {
    DimseLog.LOG.accepted(calling.value(), called.value(), peer);
  }

  @Override
  public void rejected(String peer, String reason) {
    DimseLog.LOG.rejected(peer, reason);
  }

  @Override
  public void broken(String peer, Ending ending, String reason) {
    DimseLog.LOG.broken(peer, ending.name(), reason);
  }

  @Override
  public void released(String peer, long operations) {
    DimseLog.LOG.released(peer, operations);
  }

  @Override
  public void serviceFailed(RuntimeException failure) {
    DimseLog.LOG.serviceFailed(Failures.nature(failure));
  }
}
