package org.radcanon.index;

class CodeMatchingOnH2Test extends CodeMatchingContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
