package org.radcanon.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Retrieval handed through to a DICOMweb archive (PS3.18 10.4): whatever it can (instances,
 * metadata, frames, rendered, bulk data), with the status, headers and body that it answers.
 */
@FunctionalInterface
public interface Passage {

  /**
   * Asks the archive.
   *
   * @throws ArchiveException when it cannot be reached or does not answer in time
   */
  Answer get(Request request) throws IOException;

  /**
   * @param method GET or HEAD
   * @param path below the service's root, as the URL had it, without leading slash: {@code
   *     studies/1.2.3/rendered}
   * @param query as the URL had it, undecoded
   * @param headers of the request that are the archive's business (Accept, Range, If-None-Match and
   *     their like); hop-by-hop headers and credentials of the caller are not among them
   */
  record Request(
      String method, String path, Optional<String> query, Map<String, List<String>> headers) {}

  /** An answer whose body is still arriving. */
  interface Answer extends AutoCloseable {
    int status();

    /** End-to-end headers only. */
    Map<String, List<String>> headers();

    InputStream body();

    /** Lets go of the connection; also in the middle of the body. */
    @Override
    void close();
  }
}
