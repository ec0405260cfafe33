package org.radcanon.archive.spool;

import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;

/** What the spool knows of an instance as long as it lies there. */
record Spooled(long sequence, Instance instance, long bytes) {

  InstanceKey key() {
    return instance.key();
  }
}
