package org.radcanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.radcanon.dicom.NaiveWalker.Parts;
import org.radcanon.dicom.NaiveWalker.Span;

/**
 * Files that others wrote (those of Debian's python3-pydicom, and DCMTK's conversions of them) read
 * and patched, with a second walker, pydicom, DCMTK and dicom3tools as judges.
 */
class ForeignFilesTest {

  private static final Path PYDICOM = Path.of("/usr/lib/python3/dist-packages/pydicom/data");
  private static final Path WORK = Path.of("target", "dicom-foreign");
  private static final Path IN = WORK.resolve("in");
  private static final Path OUT = WORK.resolve("out");

  /** Truncated; a byte before the data set; an item longer than its sequence. */
  private static final Set<String> BROKEN =
      Set.of("MR_truncated.dcm", "rtplan_truncated.dcm", "no_meta.dcm", "DICOMDIR-nooffset");

  /** What gets converted: kinds of objects, character sets, oddities. */
  private static final List<String> CONVERTED =
      List.of(
          "CT_small.dcm",
          "MR_small.dcm",
          "rtplan.dcm",
          "rtstruct.dcm",
          "rtdose_1frame.dcm",
          "reportsi.dcm",
          "test-SR.dcm",
          "SC_rgb_small_odd.dcm",
          "waveform_ecg.dcm",
          "nested_priv_SQ.dcm",
          "priv_SQ.dcm",
          "UN_sequence.dcm",
          "JPEG2000.dcm",
          "chrH32.dcm",
          "chrI2.dcm",
          "chrX1.dcm",
          "chrSQEncoding.dcm",
          "pet.dcm");

  private static final Set<Integer> EDITED =
      Set.of(
          Tag.ProcedureCodeSequence,
          Tag.ContributingEquipmentSequence,
          Tag.OriginalAttributesSequence);

  private static List<Path> files;

  @BeforeAll
  static void gather() throws Exception {
    assertThat(PYDICOM).as("apt-get install python3-pydicom dcmtk dicom3tools").isDirectory();
    Files.createDirectories(IN);
    Files.createDirectories(OUT);
    for (Path directory : List.of(IN, OUT)) {
      try (Stream<Path> old = Files.list(directory)) {
        for (Path file : old.toList()) {
          Files.delete(file);
        }
      }
    }
    try (Stream<Path> all = Files.walk(PYDICOM)) {
      for (Path file : all.filter(ForeignFilesTest::isDicom).toList()) {
        Path copy = IN.resolve(file.getFileName());
        Files.copy(file, Files.exists(copy) ? IN.resolve(name(file)) : copy);
      }
    }
    List<String> command = new ArrayList<>(List.of("sh", resource("convert.sh"), IN.toString()));
    command.addAll(CONVERTED);
    run(command);
    try (Stream<Path> all = Files.list(IN)) {
      files = all.filter(ForeignFilesTest::isInstance).sorted().toList();
    }
  }

  private static boolean isDicom(Path file) {
    String name = file.getFileName().toString();
    boolean numbered = name.matches("\\d+|DICOMDIR.*");
    return Files.isRegularFile(file) && (name.endsWith(".dcm") || numbered);
  }

  /**
   * Private fragments of data sets cannot be told from anything else without a file around them.
   */
  private static boolean isInstance(Path file) {
    String name = file.getFileName().toString();
    return !BROKEN.contains(name)
        && !name.matches("(nested_priv|priv|UN)_.*\\.bare.*")
        && !name.matches("JPEG2000.*\\.bare.*");
  }

  private static String name(Path file) {
    return PYDICOM.relativize(file).toString().replace('/', '_');
  }

  @Test
  void thereAreFilesInEveryTransferSyntax() {
    assertThat(files).hasSizeGreaterThan(300);
    assertThat(files)
        .extracting(ForeignFilesTest::open)
        .extracting(stream -> stream.transferSyntax().uid())
        .contains(
            "1.2.840.10008.1.2",
            "1.2.840.10008.1.2.1",
            "1.2.840.10008.1.2.1.99",
            "1.2.840.10008.1.2.2",
            "1.2.840.10008.1.2.4.50",
            "1.2.840.10008.1.2.4.80",
            "1.2.840.10008.1.2.4.91",
            "1.2.840.10008.1.2.5");
  }

  @Test
  void brokenFilesAreRefused() throws IOException {
    for (String name : BROKEN) {
      byte[] file = Files.readAllBytes(IN.resolve(name));
      assertThatThrownBy(() -> Dcm.patched(file, Patch.none()))
          .as(name)
          .isInstanceOf(DicomException.class);
    }
  }

  @Test
  void withoutPatchEveryByteLeavesAsItCame() throws IOException {
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      Optional<byte[]> out = transfer(file, Patch.none());
      out.ifPresent(
          left -> {
            boolean hasFront = new String(bytes, 128, 4, StandardCharsets.US_ASCII).equals("DICM");
            byte[] end = Arrays.copyOfRange(left, left.length - bytes.length, left.length);
            assertThat(hasFront ? left : end).as(file.toString()).isEqualTo(bytes);
          });
    }
  }

  @Test
  void aPatchChangesNoByteOutsideItsElements() throws IOException {
    int compared = 0;
    for (Path file : files) {
      Optional<byte[]> left = transfer(file, patch());
      if (left.isPresent()) {
        compare(file, Files.readAllBytes(file), left.get());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  private static void compare(Path file, byte[] came, byte[] left) {
    Parts before = NaiveWalker.parts(came);
    Parts after = NaiveWalker.parts(left);
    if (before.meta().length > 0) {
      assertThat(after.meta()).as(file.toString()).endsWith(before.meta());
    }
    assertThat(untouched(after)).as(file.toString()).isEqualTo(untouched(before));
    assertThat(after.padding()).as(file.toString()).isEqualTo(before.padding());
    List<Integer> tags = after.elements().stream().map(Span::tag).toList();
    assertThat(tags)
        .as(file.toString())
        .containsAll(EDITED)
        .isSortedAccordingTo(Integer::compareUnsigned);
    assertThat(falseGroupLengths(after)).as(file.toString()).isEqualTo(falseGroupLengths(before));
  }

  private static List<String> untouched(Parts parts) {
    Set<Integer> groups = Set.of(0x00080000, 0x00180000, 0x04000000);
    return parts.elements().stream()
        .filter(span -> !EDITED.contains(span.tag()) && !groups.contains(span.tag()))
        .map(span -> Base64.getEncoder().encodeToString(span.bytes()))
        .toList();
  }

  private static List<Integer> falseGroupLengths(Parts parts) {
    Map<Integer, Integer> actual = new HashMap<>();
    for (Span span : parts.elements()) {
      if ((span.tag() & 0xFFFF) != 0) {
        actual.merge(span.tag() & 0xFFFF0000, span.bytes().length, Integer::sum);
      }
    }
    return parts.elements().stream()
        .filter(span -> (span.tag() & 0xFFFF) == 0)
        .filter(span -> number(span.bytes(), parts.bigEndian()) != actual.get(span.tag()))
        .map(Span::tag)
        .toList();
  }

  private static int number(byte[] b, boolean big) {
    int end = b.length;
    return big
        ? (b[end - 2] & 0xFF) << 8 | b[end - 1] & 0xFF
        : (b[end - 3] & 0xFF) << 8 | b[end - 4] & 0xFF;
  }

  @Test
  void othersReadWhatLeavesAndSeeNoNewFault() throws Exception {
    for (Path file : files) {
      Optional<byte[]> left = transfer(file, patch());
      if (left.isPresent()) {
        Files.write(OUT.resolve(file.getFileName()), left.get());
      }
    }

    List<String> judged =
        run(List.of("sh", resource("validate.sh"), IN.toString(), OUT.toString()));
    assertThat(judged).singleElement().asString().matches("validated [4-9]\\d");
  }

  @Test
  void aValidationWithoutItsToolsFails() throws Exception {
    ProcessBuilder bare =
        new ProcessBuilder("/bin/sh", resource("validate.sh"), IN.toString(), OUT.toString());
    bare.environment().put("PATH", "/nowhere");
    Process process = bare.redirectErrorStream(true).start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("dcmdump is missing");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  @Test
  void pydicomReadsTheSameText() throws Exception {
    List<String> expected = new ArrayList<>();
    for (Path file : files) {
      DataSet whole =
          DicomStream.readMetadata(
              new ByteArrayInputStream(Files.readAllBytes(file)), 1024, ReadLimits.DEFAULT);
      collect(whole, file + "\t", expected);
    }
    Path list = WORK.resolve("expected.tsv");
    Files.write(list, expected, StandardCharsets.UTF_8);

    List<String> differences =
        run(List.of("/usr/bin/python3", resource("pydicom_check.py"), list.toString()));

    assertThat(differences).singleElement().asString().matches("compared \\d{5}");
  }

  private static void collect(DataSet dataSet, String path, List<String> lines) {
    for (Element element : dataSet.elements()) {
      String here = path + Tag.toHex(element.tag());
      StringBuilder values = new StringBuilder();
      dataSet.strings(element.tag()).forEach(value -> values.append(value).append('\u001f'));
      byte[] utf8 = values.toString().getBytes(StandardCharsets.UTF_8);
      lines.add(here + "\t" + Base64.getEncoder().encodeToString(utf8));
      List<DataSet> items = dataSet.items(element.tag());
      for (int i = 0; i < items.size(); i++) {
        collect(items.get(i), here + "/" + i + "/", lines);
      }
    }
  }

  private static DicomStream open(Path file) {
    try {
      return Dcm.open(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What leaves; empty where no file can be made of a data set without identity. */
  private static Optional<byte[]> transfer(Path file, Patch patch) {
    DicomStream stream = open(file);
    boolean bare = file.toString().contains(".bare") || file.toString().contains("NoMeta");
    return bare && stream.header().string(Tag.SOPClassUID).isEmpty()
        ? Optional.empty()
        : Optional.of(Dcm.transfer(stream, patch));
  }

  /** What enrichment writes, complete enough for dicom3tools. */
  private static Patch patch() {
    NewItem purpose =
        NewItem.builder()
            .value(Tag.CodeValue, VR.SH, "109103")
            .value(Tag.CodingSchemeDesignator, VR.SH, "DCM")
            .value(Tag.CodeMeaning, VR.LO, "Modifying Equipment")
            .build();
    NewItem equipment =
        NewItem.builder()
            .value(Tag.Manufacturer, VR.LO, "radcanon")
            .value(Tag.ContributionDateTime, VR.DT, "20261121120000")
            .items(Tag.PurposeOfReferenceCodeSequence, List.of(purpose))
            .build();
    NewItem original =
        NewItem.builder()
            .value(Tag.AttributeModificationDateTime, VR.DT, "20261121120000")
            .value(Tag.ModifyingSystem, VR.LO, "radcanon")
            .value(Tag.SourceOfPreviousValues, VR.LO)
            .value(Tag.ReasonForTheAttributeModification, VR.CS, "COERCE")
            .items(
                Tag.ModifiedAttributesSequence,
                List.of(NewItem.builder().value(Tag.StudyDescription, VR.LO, "before").build()))
            .build();
    NewItem code =
        NewItem.builder()
            .value(Tag.CodeValue, VR.SH, "RPID16")
            .value(Tag.CodingSchemeDesignator, VR.SH, "RADLEX")
            .value(Tag.CodeMeaning, VR.LO, "CT HEAD WO IVCON")
            .build();
    return Patch.builder()
        .setItems(Tag.ProcedureCodeSequence, List.of(code))
        .appendItems(Tag.ContributingEquipmentSequence, List.of(equipment))
        .appendItems(Tag.OriginalAttributesSequence, List.of(original))
        .build();
  }

  private static String resource(String name) throws URISyntaxException {
    return Path.of(ForeignFilesTest.class.getResource(name).toURI()).toString();
  }

  private static List<String> run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines;
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      lines = output.lines().toList();
    }
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("%s %s", command, lines).isZero();
    return lines;
  }
}
