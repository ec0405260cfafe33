package org.radcanon.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Resolver;

/** A run of {@code resolve}: every row, or every study, through the resolver into a table. */
final class Resolving {

  private static final String FREQUENCY = "frequency";

  private final CanonicalMap map;
  private final Resolver resolver;
  private final double threshold;
  private final List<String> schemes;
  private final Terminal terminal;

  Resolving(CanonicalMap map, Resolver resolver, double threshold, Terminal terminal) {
    this.map = map;
    this.resolver = resolver;
    this.threshold = threshold;
    this.schemes = Answer.schemes(map);
    this.terminal = terminal;
  }

  Totals table(Path in, Path out, Optional<Path> doubtfulFile) throws IOException {
    DoubtfulCases doubtful = new DoubtfulCases();
    try (InputTable input = InputTable.open(in, List.of(RowEvidence.TEXT, RowEvidence.MODALITY));
        Progress progress = new Progress(terminal)) {
      ResultColumns columns = new ResultColumns(input.header(), Answer.columns(schemes));
      Optional<Integer> frequency = input.find(FREQUENCY);
      Totals totals = new Totals(frequency.isPresent());
      try (OutputTable output =
          OutputTable.create(out, input.shape().format(), input.shape().byteOrderMark())) {
        output.row(columns.header());
        RowEvidence reader = new RowEvidence(input);
        long rows = 0;
        for (Optional<InputTable.Row> next = input.next(); next.isPresent(); next = input.next()) {
          InputTable.Row row = next.get();
          Answer answer = answer(reader, input, row);
          double weight = frequency.map(at -> weight(at, input, row)).orElse(1.0);
          totals.add(answer, weight);
          doubtful.add(reader.text(row.values()), reader.modality(row.values()), weight, answer);
          output.row(columns.row(row.values(), answer.cells(map, schemes)));
          progress.at(input.position(), String.format(Locale.ROOT, "%,d rows", ++rows));
        }
        output.commit();
      }
      doubtful.write(doubtfulFile);
      return totals;
    }
  }

  private Answer answer(RowEvidence reader, InputTable input, InputTable.Row row) {
    try {
      return Answer.of(resolver.resolve(reader.of(row.values())), threshold);
    } catch (IllegalArgumentException e) {
      throw input.fault(row.line(), e.getMessage());
    }
  }

  private static double weight(int column, InputTable input, InputTable.Row row) {
    try {
      return FrequencyCell.read(row.values().get(column));
    } catch (IllegalArgumentException e) {
      throw input.fault(row.line(), e.getMessage());
    }
  }

  Totals studies(Path in, Path out, Optional<Path> doubtfulFile) throws IOException {
    DicomStudies studies = DicomStudies.read(in, terminal);
    DoubtfulCases doubtful = new DoubtfulCases();
    Totals totals = new Totals(false);
    try (OutputTable output = OutputTable.create(out)) {
      List<String> header = new ArrayList<>(DicomStudies.COLUMNS);
      header.addAll(Answer.columns(schemes));
      output.row(header);
      for (DicomStudies.Study study : studies.all()) {
        Answer answer = Answer.of(study.resolve(resolver), threshold);
        totals.add(answer, 1);
        doubtful.add(study.text(), study.modality(), 1, answer);
        List<String> row = new ArrayList<>(study.cells());
        row.addAll(answer.cells(map, schemes));
        output.row(row);
      }
      output.commit();
    }
    doubtful.write(doubtfulFile);
    studies.counts().forEach(terminal::say);
    return totals;
  }
}
