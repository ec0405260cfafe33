package org.radcanon.archive;

class MemoryArchiveTest extends EmbeddedArchiveContract {

  @Override
  protected Archive archive() {
    return new MemoryArchive();
  }
}
