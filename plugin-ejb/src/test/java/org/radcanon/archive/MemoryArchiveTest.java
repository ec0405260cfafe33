package org.radcanon.archive;

class MemoryArchiveTest extends ArchiveContract {

  @Override
  Archive archive() {
    return new MemoryArchive();
  }
}
