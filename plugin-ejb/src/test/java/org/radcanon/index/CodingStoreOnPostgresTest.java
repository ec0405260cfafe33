package org.radcanon.index;

class CodingStoreOnPostgresTest extends CodingStoreContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
