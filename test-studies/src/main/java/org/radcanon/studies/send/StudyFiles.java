package org.radcanon.studies.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.radcanon.studies.Instance;
import org.radcanon.studies.StudyMaker;
import org.radcanon.studies.writer.Encoding;

/** Made studies as files: DIR/STUDY/SERIES/INSTANCE.dcm. */
public final class StudyFiles {

  private StudyFiles() {}

  /** Writes all instances and says where, in the order they are made. */
  public static List<Path> write(Path folder, StudyMaker studies, Encoding encoding)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (Instance instance :
        (Iterable<Instance>)
            () -> studies.stream().flatMap(study -> study.instances().stream()).iterator()) {
      Path series = folder.resolve(instance.studyUid()).resolve(instance.seriesUid());
      Files.createDirectories(series);
      Path file = series.resolve(instance.sopInstanceUid() + ".dcm");
      Files.write(file, instance.bytes(encoding));
      files.add(file);
    }
    return files;
  }

  /** Removes a folder with all below it; what is not there is no fault. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
