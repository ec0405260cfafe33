package org.radcanon.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcanon.archive.InstanceKey;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.Uid;
import org.radcanon.intake.Intake.Announced;
import org.radcanon.intake.Intake.Incoming;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.FailureReason;

/**
 * What every storage instance must say of itself (PS3.3 C.12.1, C.7.2.1, C.7.3.1), checked.
 *
 * @param sopClass SOP Class UID (0008,0016)
 */
record InstanceHead(InstanceKey key, String sopClass) {

  /** The head, or why the instance cannot be taken. */
  sealed interface Reading {}

  record Readable(InstanceHead head) implements Reading {}

  record Refused(Failed failure) implements Reading {}

  static Reading read(DataSet header, String transferSyntax, Incoming incoming) {
    Reading reading = read(header, transferSyntax, incoming.expectedStudy());
    if (reading instanceof Readable readable
        && incoming
            .expectedInstance()
            .filter(announced -> !announced.equals(readable.head().announced()))
            .isPresent()) {
      return refused(
          Optional.of(readable.head().sopClass()),
          Optional.of(readable.head().key().instance()),
          FailureReason.DATA_SET_DOES_NOT_MATCH,
          "SOP Class or Instance UID differ between command and data set");
    }
    return reading;
  }

  private Announced announced() {
    return new Announced(sopClass, key.instance());
  }

  private static Reading read(
      DataSet header, String transferSyntax, Optional<String> expectedStudy) {
    Optional<String> sopClass = single(header, Tag.SOPClassUID);
    Optional<String> instance = single(header, Tag.SOPInstanceUID);
    Optional<String> study = single(header, Tag.StudyInstanceUID);
    Optional<String> series = single(header, Tag.SeriesInstanceUID);
    if (sopClass.isEmpty() || instance.isEmpty() || study.isEmpty() || series.isEmpty()) {
      return refused(
          sopClass,
          instance,
          FailureReason.DATA_SET_DOES_NOT_MATCH,
          "SOP Class, SOP Instance, Study or Series UID missing or multiple");
    }
    if (!Stream.of(sopClass, instance, study, series, Optional.of(transferSyntax))
        .allMatch(uid -> Uid.isWellFormed(uid.get()))) {
      return refused(
          sopClass,
          instance,
          FailureReason.DATA_SET_DOES_NOT_MATCH,
          "a UID is not a UID (PS3.5 9.1)");
    }
    InstanceKey key = new InstanceKey(study.get(), series.get(), instance.get());
    if (expectedStudy.filter(expected -> !expected.equals(key.study())).isPresent()) {
      return refused(
          sopClass,
          instance,
          FailureReason.STUDY_MISMATCH,
          "the instance belongs to another study than the URL");
    }
    return new Readable(new InstanceHead(key, sopClass.get()));
  }

  /** All four are of value multiplicity 1: of two values nobody knows which is meant. */
  private static Optional<String> single(DataSet header, int tag) {
    List<String> values = header.strings(tag);
    return values.size() == 1 ? header.string(tag) : Optional.empty();
  }

  private static Refused refused(
      Optional<String> sopClass, Optional<String> instance, FailureReason reason, String comment) {
    return new Refused(new Failed(sopClass, instance, reason, comment));
  }
}
