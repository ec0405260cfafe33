package org.radcanon.studies.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.radcanon.studies.peer.Ports;
import org.radcanon.studies.peer.RadcanonServer;
import org.radcanon.studies.peer.Wait;
import org.radcanon.studies.proxy.TcpProxy;

/** Everything that takes part in one experiment. */
final class Stage implements AutoCloseable {

  private static final Duration DRAIN = Duration.ofMinutes(5);

  private final Scale scale;
  private final Random random;
  private final Behind behind;
  private final RadcanonServer server;
  private final Path spool;
  private final Ledger ledger = new Ledger();
  private final TcpProxy toStow;
  private final TcpProxy toCStore;
  private int kills;

  private Stage(Scale scale, Random random, Behind behind, RadcanonServer server, Path spool)
      throws IOException {
    this.scale = scale;
    this.random = random;
    this.behind = behind;
    this.server = server;
    this.spool = spool;
    this.toStow = new TcpProxy(server.httpPort());
    this.toCStore = new TcpProxy(server.dimsePort());
  }

  static Stage set(
      Behind.Kind kind,
      Map<String, String> more,
      Scale scale,
      Random random,
      Path home,
      Path folder)
      throws IOException {
    Behind behind = Behind.start(kind, folder);
    try {
      Path spool = folder.resolve("spool");
      Map<String, String> properties = new LinkedHashMap<>(behind.properties());
      if (behind.isRemote()) {
        properties.put("radcanon.spool.directory", spool.toString());
        properties.put("radcanon.spool.first-retry", "1");
        properties.put("radcanon.spool.longest-retry", "2");
        properties.putAll(more);
      }
      RadcanonServer server = new RadcanonServer(home, folder.resolve("radcanon"), properties);
      server.start();
      return new Stage(scale, random, behind, server, spool);
    } catch (IOException | RuntimeException e) {
      behind.close();
      throw e;
    }
  }

  Scale scale() {
    return scale;
  }

  Random random() {
    return random;
  }

  Behind behind() {
    return behind;
  }

  RadcanonServer server() {
    return server;
  }

  Ledger ledger() {
    return ledger;
  }

  Spool spool() {
    return new Spool(spool);
  }

  /** Between the modalities and radcanon: STOW-RS. */
  TcpProxy toStow() {
    return toStow;
  }

  /** Between the modalities and radcanon: C-STORE. */
  TcpProxy toCStore() {
    return toCStore;
  }

  boolean hasCStore() {
    return Ports.isListening(server.dimsePort());
  }

  Door stow() {
    return Door.stow("http://127.0.0.1:" + toStow.port() + "/radcanon/dicomweb");
  }

  Door cstore() {
    return Door.cstore(toCStore.port());
  }

  /** {@code kill -9}. */
  void kill() {
    server.kill();
    kills++;
  }

  int kills() {
    return kills;
  }

  /** Whether everything that was acknowledged has left the spool in time. */
  boolean drained() {
    return Wait.until(DRAIN, () -> spool().waiting() == 0);
  }

  @Override
  public void close() {
    server.close();
    try (toStow;
        toCStore) {
      behind.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
