package org.radcanon.studies.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.radcanon.studies.bench.Benches.Setting;
import org.radcanon.studies.bench.Manner.Target;
import org.radcanon.studies.peer.Orthanc;
import org.radcanon.studies.peer.RadcanonServer;
import org.radcanon.studies.peer.Wait;

/** Through radcanon to Orthanc, and straight to the same Orthanc. */
final class InlineBench {

  private static final Duration ARRIVAL = Duration.ofMinutes(10);

  private InlineBench() {}

  static List<String> run(Setting setting) throws IOException, InterruptedException {
    List<Material> materials =
        List.of(
            Material.ct(setting.folder(), setting.scaled(200)),
            Material.mr(setting.folder(), setting.scaled(100)),
            Material.multiFrame(setting.folder(), setting.scaled(200)));
    List<String> lines = new ArrayList<>();
    lines.add("| sent | how | straight, median | through radcanon, median | ratio |");
    lines.add("| --- | --- | --- | --- | --- |");
    for (boolean dimse : new boolean[] {true, false}) {
      try (Orthanc orthanc = Orthanc.start(setting.folder().resolve("orthanc-" + dimse));
          RadcanonServer server =
              new RadcanonServer(
                  setting.server(),
                  setting.folder().resolve("radcanon-" + dimse),
                  properties(orthanc, dimse))) {
        server.start();
        lines.addAll(cases(setting, materials, orthanc, server, dimse));
      }
    }
    return lines;
  }

  static Map<String, String> properties(Orthanc orthanc, boolean dimse) {
    return dimse
        ? Map.of(
            "radcanon.archive.kind",
            "dimse",
            "radcanon.archive.dimse.host",
            "127.0.0.1",
            "radcanon.archive.dimse.port",
            String.valueOf(orthanc.dicomPort()),
            "radcanon.archive.dimse.called-ae",
            Orthanc.TITLE)
        : Map.of(
            "radcanon.archive.kind",
            "dicomweb",
            "radcanon.archive.dicomweb.url",
            orthanc.dicomWeb());
  }

  private static List<String> cases(
      Setting setting,
      List<Material> materials,
      Orthanc orthanc,
      RadcanonServer server,
      boolean dimse)
      throws IOException, InterruptedException {
    Target straight = new Target("Orthanc", orthanc.dicomPort(), Orthanc.TITLE, orthanc.dicomWeb());
    Target through = new Target("radcanon", server.dimsePort(), "RADCANON", server.dicomWeb());
    Rounds rounds =
        new Rounds(
            setting.rounds(), setting.warmUp(), (material, target) -> empty(orthanc, material));
    List<String> lines = new ArrayList<>();
    for (Material material : materials) {
      for (Manner manner : Manner.values()) {
        if (manner.isDimse() == dimse && makesSense(manner, material)) {
          Map<Target, List<Double>> seconds =
              rounds.run(manner, material, List.of(straight, through));
          lines.add(line(material, manner, seconds.get(straight), seconds.get(through)));
        }
      }
    }
    return lines;
  }

  private static boolean makesSense(Manner manner, Material material) {
    return material.count() > 1 || manner == Manner.ONE_ASSOCIATION || manner == Manner.ONE_REQUEST;
  }

  /** Waits until the archive has all, and empties it. */
  private static void empty(Orthanc orthanc, Material material) throws IOException {
    if (!Wait.until(ARRIVAL, () -> count(orthanc) >= material.count())) {
      throw new IllegalStateException(
          "the archive has " + count(orthanc) + " of " + material.count());
    }
    orthanc.deleteAll();
  }

  private static int count(Orthanc orthanc) {
    try {
      return orthanc.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(
      Material material, Manner manner, List<Double> straight, List<Double> through) {
    double before = Rounds.median(straight);
    double after = Rounds.median(through);
    return String.format(
        Locale.ROOT,
        "| %s (%.0f MB) | %s | %.2f s | %.2f s | %.2f |",
        material.name(),
        material.bytes() / 1e6,
        manner.words(),
        before,
        after,
        after / before);
  }
}
