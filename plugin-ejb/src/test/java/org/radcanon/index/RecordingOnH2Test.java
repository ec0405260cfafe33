package org.radcanon.index;

class RecordingOnH2Test extends RecordingContract {
  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
