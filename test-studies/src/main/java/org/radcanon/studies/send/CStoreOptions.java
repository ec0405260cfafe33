package org.radcanon.studies.send;

import picocli.CommandLine.Option;

/** How an association is asked for. */
final class CStoreOptions {

  @Option(
      names = "--aec",
      paramLabel = "TITLE",
      defaultValue = "RADCANON",
      description = "The called AE title, with --cstore; default ${DEFAULT-VALUE}.")
  private String called;

  @Option(
      names = "--aet",
      paramLabel = "TITLE",
      defaultValue = "STUDYMAKER",
      description = "The calling AE title, with --cstore; default ${DEFAULT-VALUE}.")
  private String calling;

  @Option(
      names = "--associations",
      paramLabel = "N",
      defaultValue = "1",
      description = "Associations at a time, with --cstore; default ${DEFAULT-VALUE}.")
  private int associations;

  Peer peer(String address) {
    return Peer.of(address, called, calling);
  }

  int associations() {
    if (associations < 1 || associations > 100) {
      throw new IllegalArgumentException("--associations is 1 to 100");
    }
    return associations;
  }
}
