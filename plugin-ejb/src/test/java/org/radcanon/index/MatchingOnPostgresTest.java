package org.radcanon.index;

class MatchingOnPostgresTest extends MatchingContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
