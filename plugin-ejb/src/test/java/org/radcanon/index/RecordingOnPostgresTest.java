package org.radcanon.index;

class RecordingOnPostgresTest extends RecordingContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }
}
