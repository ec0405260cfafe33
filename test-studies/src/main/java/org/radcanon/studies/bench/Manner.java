package org.radcanon.studies.bench;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.radcanon.studies.send.Peer;
import org.radcanon.studies.send.StoreScu;
import org.radcanon.studies.send.StowSender;

/** How a study is sent. */
enum Manner {
  ONE_ASSOCIATION("C-STORE, 1 association", true),
  FOUR_ASSOCIATIONS("C-STORE, 4 associations", true),
  ONE_REQUEST("STOW-RS, one request", false),
  REQUEST_PER_SERIES("STOW-RS, a request per series", false);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String words;
  private final boolean dimse;

  Manner(String words, boolean dimse) {
    this.words = words;
    this.dimse = dimse;
  }

  String words() {
    return words;
  }

  boolean isDimse() {
    return dimse;
  }

  /**
   * Where to: what has no DICOMweb has an empty base.
   *
   * @param title the called AE title
   */
  record Target(String name, int dicomPort, String title, String dicomWeb) {}

  /**
   * Sends all and comes back when all is acknowledged.
   *
   * @throws IllegalStateException when some of it is not
   */
  void send(Material material, Target target) throws InterruptedException {
    int stored =
        switch (this) {
          case ONE_ASSOCIATION -> associate(List.of(material.files()), target);
          case FOUR_ASSOCIATIONS -> associate(quarters(material.files()), target);
          case ONE_REQUEST -> request(List.of(material.files()), target);
          case REQUEST_PER_SERIES -> request(material.filesBySeries(), target);
        };
    if (stored != material.count()) {
      throw new IllegalStateException(
          words + " to " + target.name() + ": " + stored + " of " + material.count() + " stored");
    }
  }

  private static int request(List<List<Path>> requests, Target target) {
    StowSender sender = new StowSender(HTTP, target.dicomWeb());
    return requests.stream().mapToInt(files -> sender.store(files).stored().size()).sum();
  }

  private static int associate(List<List<Path>> shares, Target target) throws InterruptedException {
    StoreScu scu = new StoreScu(new Peer("127.0.0.1", target.dicomPort(), target.title(), "BENCH"));
    ExecutorService threads = Executors.newFixedThreadPool(shares.size());
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      shares.forEach(files -> work.add(() -> stored(scu.store(files))));
      int stored = 0;
      for (Future<Integer> share : threads.invokeAll(work)) {
        stored += share.get();
      }
      return stored;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdown();
    }
  }

  private static int stored(StoreScu.Result result) {
    return (int) result.statuses().values().stream().filter(StoreScu.Result::isStored).count();
  }

  private static List<List<Path>> quarters(List<Path> files) {
    int size = (files.size() + 3) / 4;
    List<List<Path>> shares = new ArrayList<>();
    for (int at = 0; at < files.size(); at += size) {
      shares.add(files.subList(at, Math.min(at + size, files.size())));
    }
    return shares;
  }
}
