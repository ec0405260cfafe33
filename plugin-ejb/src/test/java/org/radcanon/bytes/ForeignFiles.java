package org.radcanon.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Instances that others wrote: those of Debian's pydicom and dicom3tools (dcmtk's packages hold
 * none), and what DCMTK's converters and encoders make of some of them.
 */
final class ForeignFiles {

  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/lib/python3/dist-packages/pydicom/data"),
          Path.of("/usr/share/doc/dicom3tools/examples"));

  /** One of each kind; the test of the DICOM room converts more. */
  private static final List<String> CONVERTED =
      List.of(
          "CT_small.dcm", "reportsi.dcm", "SC_rgb_small_odd.dcm", "UN_sequence.dcm", "chrX1.dcm");

  private ForeignFiles() {}

  static Map<String, byte[]> in(Path directory) throws IOException {
    for (Path place : PLACES) {
      try (Stream<Path> all = Files.walk(place)) {
        for (Path file : all.filter(ForeignFiles::isDicom).toList()) {
          Path copy = directory.resolve(file.getFileName());
          Files.copy(file, Files.exists(copy) ? directory.resolve(nested(file)) : copy);
        }
      }
    }
    List<String> convert =
        new ArrayList<>(
            List.of("sh", Tool.resource("/org/radcanon/dicom/convert.sh"), directory.toString()));
    convert.addAll(CONVERTED);
    Tool.lines("", convert);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(directory)) {
      for (Path file : all.toList()) {
        files.put("foreign-" + file.getFileName(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static boolean isDicom(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && name.matches(".*\\.dcm|\\d+|DICOMDIR.*");
  }

  private static String nested(Path file) {
    return file.getParent().getFileName() + "_" + file.getFileName();
  }
}
