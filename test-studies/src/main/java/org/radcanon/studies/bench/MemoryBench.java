package org.radcanon.studies.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.radcanon.studies.bench.Benches.Setting;
import org.radcanon.studies.bench.Manner.Target;
import org.radcanon.studies.peer.RadcanonServer;
import org.radcanon.studies.peer.Storescp;

/**
 * One instance of 2 GB passes through to a storescp that keeps nothing, for an archive that holds
 * it whole would measure the machine's memory.
 */
final class MemoryBench {

  private static final int MEGABYTES = 2000;

  private MemoryBench() {}

  static List<String> run(Setting setting) throws IOException, InterruptedException {
    Material small = Material.multiFrame(setting.folder(), setting.scaled(20));
    Material large = Material.multiFrame(setting.folder(), setting.scaled(MEGABYTES));
    List<String> lines = new ArrayList<>();
    lines.add(
        "| sent | how | resident before | resident, peak | live heap before"
            + " | heap in use, peak (with garbage) | live heap after | time |");
    lines.add("| --- | --- | --- | --- | --- | --- | --- | --- |");
    try (Storescp scp = Storescp.start(setting.folder());
        RadcanonServer server =
            new RadcanonServer(
                setting.server(), setting.folder().resolve("radcanon"), properties(scp))) {
      server.start();
      Target target = new Target("radcanon", server.dimsePort(), "RADCANON", server.dicomWeb());
      for (Manner manner : List.of(Manner.ONE_ASSOCIATION, Manner.ONE_REQUEST)) {
        for (int i = 0; i < setting.warmUp(); i++) {
          send(manner, small, target);
        }
        lines.add(measured(manner, large, target, server.pid()));
      }
    }
    return lines;
  }

  private static Map<String, String> properties(Storescp scp) {
    return Map.of(
        "radcanon.archive.kind",
        "dimse",
        "radcanon.archive.dimse.host",
        "127.0.0.1",
        "radcanon.archive.dimse.port",
        String.valueOf(scp.port()),
        "radcanon.archive.dimse.called-ae",
        "STORESCP");
  }

  private static void send(Manner manner, Material material, Target target)
      throws IOException, InterruptedException {
    material.renew(new Random().nextInt(100_000_000));
    manner.send(material, target);
  }

  private static String measured(Manner manner, Material material, Target target, long pid)
      throws IOException, InterruptedException {
    long residentBefore = Footprint.resident(pid);
    long liveBefore = Footprint.live(pid);
    long start = System.nanoTime();
    Footprint footprint = Footprint.watch(pid);
    try (footprint) {
      send(manner, material, target);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d MB | %d MB | %d MB | %d MB | %d MB | %.1f s |",
        material.name(),
        manner.words(),
        residentBefore / 1_000_000,
        footprint.peakResident() / 1_000_000,
        liveBefore / 1_000_000,
        footprint.peakHeap() / 1_000_000,
        Footprint.live(pid) / 1_000_000,
        seconds);
  }
}
