package org.radcanon.studies.send;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.radcanon.studies.reader.DicomFile;

/**
 * Sends files by C-STORE with DCMTK's {@code storescu}, so that radcanon's own upper layer is not
 * what tests it. One association for the files of one transfer syntax.
 */
public final class StoreScu {

  private final Peer peer;
  private final Consumer<Process> onStart;

  public StoreScu(Peer peer) {
    this(peer, process -> {});
  }

  /**
   * @param onStart told each process, for whoever wants to end it early
   */
  public StoreScu(Peer peer, Consumer<Process> onStart) {
    this.peer = peer;
    this.onStart = onStart;
  }

  /**
   * What became of the files.
   *
   * @param statuses of those that got a response
   * @param complaint the first error that was printed
   */
  public record Result(Map<Path, Integer> statuses, Optional<String> complaint) {

    /** Success or warning (PS3.7 Annex C): the peer has it. */
    public static boolean isStored(int status) {
      return status == 0 || status >> 12 == 0xB;
    }
  }

  /**
   * Sends all files, one association after the other.
   *
   * @throws StowException when there is no storescu
   */
  public Result store(List<Path> files) throws InterruptedException {
    Map<Path, Integer> statuses = new LinkedHashMap<>();
    Optional<String> complaint = Optional.empty();
    for (Map.Entry<String, List<Path>> group : bySyntax(files).entrySet()) {
      StoreScuLog log = run(command(group.getKey(), group.getValue()));
      statuses.putAll(log.statuses());
      complaint = complaint.or(log::complaint);
    }
    return new Result(statuses, complaint);
  }

  private static Map<String, List<Path>> bySyntax(List<Path> files) {
    Map<String, List<Path>> groups = new LinkedHashMap<>();
    for (Path file : files) {
      groups.computeIfAbsent(proposal(file), key -> new ArrayList<>()).add(file);
    }
    return groups;
  }

  /** The option that proposes the file's transfer syntax, so that nothing is converted. */
  private static String proposal(Path file) {
    try {
      return switch (DicomFile.head(file).transferSyntax()) {
        case "1.2.840.10008.1.2" -> "-xi";
        case "1.2.840.10008.1.2.2" -> "-xb";
        case "1.2.840.10008.1.2.1.99" -> "-xd";
        case "1.2.840.10008.1.2.5" -> "-xr";
        case "1.2.840.10008.1.2.4.50" -> "-xy";
        case "1.2.840.10008.1.2.4.51" -> "-xx";
        case "1.2.840.10008.1.2.4.70" -> "-xs";
        case "1.2.840.10008.1.2.4.80" -> "-xt";
        case "1.2.840.10008.1.2.4.81" -> "-xu";
        case "1.2.840.10008.1.2.4.90" -> "-xv";
        case "1.2.840.10008.1.2.4.91" -> "-xw";
        default -> "-xe";
      };
    } catch (IOException | IllegalArgumentException e) {
      return "-xe"; // storescu says what it thinks of the file
    }
  }

  private List<String> command(String proposal, List<Path> files) {
    List<String> command =
        new ArrayList<>(
            List.of("storescu", "-v", "-nh", "-R", proposal, "-aec", peer.called(), "-aet"));
    command.addAll(List.of(peer.calling(), "-ts", "600", peer.host(), "" + peer.port()));
    files.forEach(file -> command.add(file.toString()));
    return command;
  }

  private StoreScuLog run(List<String> command) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TCP_NODELAY", "1"); // or Nagle costs 40 ms an instance
    try {
      Process process = builder.start();
      onStart.accept(process);
      process.getOutputStream().close();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        return StoreScuLog.read(lines.lines());
      } finally {
        process.destroy();
        process.waitFor();
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new StowException(
          "C-STORE is sent by DCMTK's storescu (Debian: apt-get install dcmtk): " + e.getMessage(),
          e);
    }
  }
}
