package org.radcanon.archive;

import java.nio.file.Path;

/**
 * Where the files of a {@link FileArchive} lie. Studies are spread over 4096 buckets, so that no
 * directory grows with the archive; {@link InstanceKey} lets nothing but UIDs become names.
 */
record Layout(Path root) {

  private static final int SPREAD = 0x9E3779B9;

  Path lock() {
    return root.resolve("lock");
  }

  Path instances() {
    return root.resolve("instances");
  }

  Path incoming() {
    return root.resolve("incoming");
  }

  Path file(InstanceKey key) {
    return series(instances(), key).resolve(key.instance() + ".dcm");
  }

  /** The name of a version that was replaced; {@code version} is safe as a part of a name. */
  Path superseded(InstanceKey key, String version) {
    return series(root.resolve("superseded"), key).resolve(key.instance() + "." + version + ".dcm");
  }

  private static Path series(Path top, InstanceKey key) {
    String bucket = "%03x".formatted(bucketOf(key.study()));
    return top.resolve(bucket).resolve(key.study()).resolve(key.series());
  }

  /** The upper 12 bits of String's own hash (the JDK specifies it), spread over all of them. */
  private static int bucketOf(String study) {
    return study.hashCode() * SPREAD >>> 20;
  }
}
