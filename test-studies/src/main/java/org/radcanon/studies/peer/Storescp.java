package org.radcanon.studies.peer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** DCMTK's {@code storescp --ignore}: takes everything and keeps nothing. */
public final class Storescp implements AutoCloseable {

  private final int port = Ports.free();
  private final Program program;

  private Storescp(Path folder) {
    program =
        Program.start(
            List.of("storescp", "--ignore", "--fork", "+xa", String.valueOf(port)),
            Map.of("TCP_NODELAY", "1"),
            folder.resolve("storescp.log"));
  }

  public static Storescp start(Path folder) {
    Storescp scp = new Storescp(folder);
    Ports.await(scp.port, Duration.ofSeconds(30));
    return scp;
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    program.close();
  }
}
