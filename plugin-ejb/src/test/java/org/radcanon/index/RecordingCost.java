package org.radcanon.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.radcanon.dicom.DataSet;
import org.radcanon.terminology.CanonicalMap;

/**
 * What the index costs per instance: statements, and microseconds on H2 and PostgreSQL. A program,
 * not a test: {@code RecordingCost [instances]}.
 */
final class RecordingCost {
  private static final int SERIES = 4;

  private RecordingCost() {}

  public static void main(String[] arguments) {
    int instances = arguments.length == 0 ? 2000 : Integer.parseInt(arguments[0]);
    measure("H2", TestDatabase.h2(), instances);
    measure("PostgreSQL", TestDatabase.postgres(), instances);
    System.exit(0);
  }

  private static void measure(String name, TestDatabase database, int instances) {
    database.empty();
    CanonicalMap map = new TestMap();
    IndexTransactions transactions = new IndexTransactions(database);
    StudyIndex index = new JpaStudyIndex(database.entityManager(), transactions, () -> map);
    CodingStore codings = new JpaCodingStore(database.entityManager(), transactions);
    for (String round : List.of("1.1", "1.2", "1.3")) {
      time(name + " known", instances, i -> codings.known(round, series(round, i), uid(round, i)));
      time(name + " record", instances, i -> index.record(List.of(instance(round, i))));
      time(name + " record by 64", instances / 64, i -> index.record(batch(round + ".9", i * 64)));
    }
    List<CapturedQuery> queries =
        database.capture(() -> index.record(List.of(instance("1.1", instances))));
    System.out.println(name + " queries of one record: " + queries.size());
  }

  private static void time(String what, int times, Consumer<Integer> work) {
    long begin = System.nanoTime();
    for (int i = 0; i < times; i++) {
      work.accept(i);
    }
    System.out.printf("%-24s %8.0f us%n", what, (System.nanoTime() - begin) / 1e3 / times);
  }

  private static List<NewInstance> batch(String study, int from) {
    List<NewInstance> batch = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      batch.add(instance(study, from + i));
    }
    return batch;
  }

  private static NewInstance instance(String study, int number) {
    DataSet header = Headers.instance(study, number % SERIES, number).read();
    return NewInstance.of(header, "1.2.840.10008.1.2.1", true, Optional.empty());
  }

  private static String series(String study, int number) {
    return study + "." + number % SERIES;
  }

  private static String uid(String study, int number) {
    return series(study, number) + "." + number;
  }
}
