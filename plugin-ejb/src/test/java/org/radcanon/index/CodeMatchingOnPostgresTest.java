package org.radcanon.index;

class CodeMatchingOnPostgresTest extends CodeMatchingContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
