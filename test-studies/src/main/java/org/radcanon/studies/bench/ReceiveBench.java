package org.radcanon.studies.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.radcanon.studies.bench.Benches.Setting;
import org.radcanon.studies.bench.Manner.Target;
import org.radcanon.studies.peer.Orthanc;
import org.radcanon.studies.peer.RadcanonServer;
import org.radcanon.studies.peer.Storescp;

/** Into radcanon's embedded archive, into Orthanc, and into a storescp that keeps nothing. */
final class ReceiveBench {

  private ReceiveBench() {}

  static List<String> run(Setting setting) throws IOException, InterruptedException {
    List<Material> materials =
        List.of(
            Material.ct(setting.folder(), setting.scaled(200)),
            Material.mr(setting.folder(), setting.scaled(100)),
            Material.multiFrame(setting.folder(), setting.scaled(200)));
    List<String> lines = new ArrayList<>();
    lines.add(
        "| sent | how | radcanon, MB/s | Orthanc, MB/s | storescp --ignore, MB/s"
            + " | of Orthanc | of storescp |");
    lines.add("| --- | --- | --- | --- | --- | --- | --- |");
    try (Orthanc orthanc = Orthanc.start(setting.folder().resolve("orthanc"));
        Storescp scp = Storescp.start(setting.folder());
        RadcanonServer server =
            new RadcanonServer(setting.server(), setting.folder().resolve("radcanon"), Map.of())) {
      server.start();
      Target radcanon = new Target("radcanon", server.dimsePort(), "RADCANON", server.dicomWeb());
      Target other = new Target("Orthanc", orthanc.dicomPort(), Orthanc.TITLE, orthanc.dicomWeb());
      Target nowhere = new Target("storescp", scp.port(), "STORESCP", "");
      Rounds rounds =
          new Rounds(setting.rounds(), setting.warmUp(), (material, target) -> orthanc.deleteAll());
      for (Material material : materials) {
        for (Manner manner : Manner.values()) {
          List<Target> targets =
              manner.isDimse() ? List.of(radcanon, other, nowhere) : List.of(radcanon, other);
          if (material.count() > 1 || manner != Manner.FOUR_ASSOCIATIONS) {
            lines.add(line(material, manner, targets, rounds.run(manner, material, targets)));
          }
        }
      }
    }
    return lines;
  }

  private static String line(
      Material material, Manner manner, List<Target> targets, Map<Target, List<Double>> seconds) {
    List<Double> rates =
        targets.stream()
            .map(target -> material.bytes() / 1e6 / Rounds.median(seconds.get(target)))
            .toList();
    boolean three = rates.size() == 3;
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.0f | %.0f | %s | %.2f | %s |",
        material.name(),
        manner.words(),
        rates.get(0),
        rates.get(1),
        three ? String.format(Locale.ROOT, "%.0f", rates.get(2)) : "",
        rates.get(0) / rates.get(1),
        three ? String.format(Locale.ROOT, "%.2f", rates.get(0) / rates.get(2)) : "");
  }
}
