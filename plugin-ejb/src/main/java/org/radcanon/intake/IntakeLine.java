package org.radcanon.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.radcanon.archive.Archive;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.index.StudyIndex;
import org.radcanon.intake.configuration.IntakeConfiguration;

/**
 * The line itself: open, identify, decide, store, index. An instance walks it once.
 *
 * <p>The order is what keeps the promises: the claim on the study's code comes before the bytes are
 * written, so that all instances carry one code; the archive confirms before the index records, so
 * that the index never knows of what is not there; the door answers last.
 */
@ApplicationScoped
class IntakeLine implements Intake {

  private final StudiesInFlight inFlight = new StudiesInFlight();
  private ReadLimits limits;
  private CodingRoom codings;
  private Archive archive;
  private StudyIndex index;

  /** For the container's proxy. */
  protected IntakeLine() {}

  @Inject
  IntakeLine(
      IntakeConfiguration configuration, CodingRoom codings, Archive archive, StudyIndex index) {
    this.limits = configuration.limits();
    this.codings = codings;
    this.archive = archive;
    this.index = index;
  }

  @Override
  public Batch begin() {
    return new LineBatch(
        limits, codings, inFlight, archive, new Conclusion(codings, index), LineBatch.Room.DEFAULT);
  }
}
