package org.radcanon.index;

class MatchingOnH2Test extends MatchingContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
