package org.radcanon.index;

class CodingStoreOnH2Test extends CodingStoreContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
