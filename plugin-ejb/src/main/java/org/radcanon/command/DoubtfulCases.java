package org.radcanon.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.radcanon.terminology.Concept;

/** The rows that would not be written, for a person to look at, most frequent first. */
final class DoubtfulCases {

  private static final List<String> HEADER =
      List.of(
          "text",
          "modality",
          "frequency",
          "reason",
          "not_understood",
          "concept",
          "name",
          "confidence",
          "others");
  private static final int OTHERS = 5;

  private final List<Case> cases = new ArrayList<>();

  private record Case(String text, String modality, double weight, Answer answer) {}

  void add(String text, String modality, double weight, Answer answer) {
    if (!answer.write()) {
      cases.add(new Case(text, modality, weight, answer));
    }
  }

  void write(Optional<Path> file) throws IOException {
    if (file.isPresent()) {
      cases.sort(Comparator.comparingDouble(c -> -c.weight()));
      try (OutputTable table = OutputTable.create(file.get())) {
        table.row(HEADER);
        for (Case one : cases) {
          table.row(cells(one));
        }
        table.commit();
      }
    }
  }

  private static List<String> cells(Case one) {
    Answer answer = one.answer();
    return List.of(
        one.text(),
        one.modality(),
        String.valueOf(Math.round(one.weight())),
        answer.why(),
        String.join(" ", answer.notUnderstood()),
        answer.concept().map(Concept::code).orElse(""),
        answer.concept().map(Concept::name).orElse(""),
        answer.confidence().isPresent() ? Answer.number(answer.confidence().getAsDouble()) : "",
        String.join("; ", answer.others().stream().limit(OTHERS).map(Concept::name).toList()));
  }
}
