package org.radcanon.web.dicomweb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.radcanon.dicom.TransferSyntax;
import org.radcanon.intake.Intake;
import org.radcanon.intake.StoreResult;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.FailureReason;
import org.radcanon.intake.StoreResult.Stored;

/**
 * An intake that knows instances of one line: {@code ok <study> <uid>}, {@code coerced <study>
 * <uid>}, {@code remarked <study> <uid>}, {@code refused <uid>}, or the name of a failure reason,
 * with a UID where the instance could be told. Anything else is not DICOM. What a batch holds is
 * kept when the batch is finished.
 */
final class FakeIntake implements Intake {
  static final String CT = "1.2.840.10008.5.1.4.1.1.2";

  final List<String> kept = new ArrayList<>();
  final List<Optional<TransferSyntax>> syntaxes = new ArrayList<>();
  final List<Optional<String>> expected = new ArrayList<>();

  /** Batches that were begun, finished and closed. */
  int begun;

  int finished;
  int closed;

  @Override
  public Batch begin() {
    begun++;
    List<StoreResult> results = new ArrayList<>();
    return new Batch() {
      @Override
      public void add(Incoming incoming) {
        results.add(take(incoming));
      }

      @Override
      public List<StoreResult> finish() {
        finished++;
        results.stream()
            .filter(Stored.class::isInstance)
            .forEach(r -> kept.add(((Stored) r).sopInstance()));
        return results;
      }

      @Override
      public void close() {
        closed++;
      }
    };
  }

  private StoreResult take(Incoming incoming) {
    syntaxes.add(incoming.transferSyntax());
    expected.add(incoming.expectedStudy());
    String text;
    try {
      text = new String(incoming.content().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return new Failed(
          Optional.empty(), Optional.empty(), FailureReason.PROCESSING_FAILURE, "source failed");
    }
    String[] words = text.split(" ");
    return switch (words[0]) {
      case "ok", "coerced", "remarked" -> stored(words, incoming.expectedStudy());
      case "OUT_OF_RESOURCES", "PROCESSING_FAILURE", "DATA_SET_DOES_NOT_MATCH" ->
          failed(Optional.of(words[1]), FailureReason.valueOf(words[0]));
      case "refused" ->
          new Failed(Optional.of(CT), Optional.of(words[1]), 0xA9FF, "the archive's own");
      default -> failed(Optional.empty(), FailureReason.CANNOT_UNDERSTAND);
    };
  }

  private StoreResult stored(String[] words, Optional<String> study) {
    if (study.filter(s -> !s.equals(words[1])).isPresent()) {
      return failed(Optional.of(words[2]), FailureReason.STUDY_MISMATCH);
    }
    OptionalInt warning =
        switch (words[0]) {
          case "coerced" -> OptionalInt.of(StoreResult.COERCED);
          case "remarked" -> OptionalInt.of(0xB007);
          default -> OptionalInt.empty();
        };
    return new Stored(CT, words[2], words[1], words[1] + ".1", warning);
  }

  private static Failed failed(Optional<String> uid, FailureReason reason) {
    return new Failed(uid.map(u -> CT), uid, reason, "as asked");
  }
}
