package org.radcanon.studies.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.radcanon.studies.StudyMaker;
import org.radcanon.studies.writer.Encoding;

/**
 * Where the instances come from, and how many they are.
 *
 * @param files empty for instances that are made as they are sent
 */
record Sources(Iterator<Part> parts, List<Path> files, int count, int skipped) {

  /** Studies made as they are sent. */
  static Sources made(StudyMaker maker, Encoding encoding) {
    Iterator<Part> parts =
        maker.stream()
            .flatMap(study -> study.instances().stream())
            .map(instance -> Part.of(instance, encoding))
            .iterator();
    int count = maker.stream().mapToInt(study -> study.instances().size()).sum();
    return new Sources(parts, List.of(), count, 0);
  }

  /** These files, whatever they hold. */
  static Sources of(List<Path> files, int skipped) {
    return new Sources(files.stream().map(Part::of).iterator(), files, files.size(), skipped);
  }

  /**
   * The DICOM files among these files and below these folders, in the order of their paths; the
   * others are counted. Symbolic links to folders are not followed.
   *
   * @throws IOException where one of the paths given cannot be read
   */
  static Sources files(List<Path> paths) throws IOException {
    List<Path> found = new ArrayList<>();
    int skipped = 0;
    for (Path path : paths) {
      for (Path file : regularFiles(path)) {
        if (Files.isReadable(file) && FileProbe.isDicom(file)) {
          found.add(file);
        } else {
          skipped++;
        }
      }
    }
    return of(found, skipped);
  }

  private static List<Path> regularFiles(Path path) throws IOException {
    try (Stream<Path> walk = Files.walk(path)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
