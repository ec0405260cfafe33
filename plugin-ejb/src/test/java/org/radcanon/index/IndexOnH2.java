package org.radcanon.index;

import org.radcanon.terminology.CanonicalMap;

/** The index over a real H2, empty, for the tests of the rooms that use it. */
public record IndexOnH2(StudyIndex studies, CodingStore codings) {

  public static IndexOnH2 empty(CanonicalMap map) {
    TestDatabase database = TestDatabase.h2();
    database.empty();
    IndexTransactions transactions = new IndexTransactions(database);
    return new IndexOnH2(
        new JpaStudyIndex(database.entityManager(), transactions, () -> map),
        new JpaCodingStore(database.entityManager(), transactions));
  }
}
