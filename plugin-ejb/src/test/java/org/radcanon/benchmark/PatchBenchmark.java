package org.radcanon.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.NewItem;
import org.radcanon.dicom.Patch;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;

/**
 * Patching an instance against copying the same bytes through a 64 KiB loop, from file to file and
 * from memory to nowhere. Run it with its own main, which prints the ratios:
 *
 * <pre>
 * mvn -pl plugin-ejb -am test-compile exec:exec -Dexec.classpathScope=test \
 *   -Dexec.executable=java "-Dexec.args=-cp %classpath org.radcanon.benchmark.PatchBenchmark"
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PatchBenchmark {

  /** Bytes of pixel data: a CT slice, and an enhanced multi-frame object. */
  @Param({"524288", "52428800"})
  public int pixelBytes;

  private byte[] instance;
  private Path directory;
  private Path source;
  private Path target;
  private Patch patch;

  @Setup
  public void prepare() throws IOException {
    instance = instance(pixelBytes);
    directory = Files.createTempDirectory("patch-benchmark");
    source = directory.resolve("in.dcm");
    target = directory.resolve("out.dcm");
    Files.write(source, instance);
    patch = patch();
  }

  @TearDown
  public void remove() throws IOException {
    Files.deleteIfExists(source);
    Files.deleteIfExists(target);
    Files.deleteIfExists(directory);
  }

  @Benchmark
  public void copyFile() throws IOException {
    try (InputStream in = Files.newInputStream(source);
        OutputStream out = Files.newOutputStream(target)) {
      copy(in, out);
    }
  }

  @Benchmark
  public void patchFile() throws IOException {
    try (InputStream in = Files.newInputStream(source);
        OutputStream out = Files.newOutputStream(target)) {
      patch(in, out);
    }
  }

  @Benchmark
  public void copyMemory() throws IOException {
    copy(new ByteArrayInputStream(instance), OutputStream.nullOutputStream());
  }

  @Benchmark
  public void patchMemory() throws IOException {
    patch(new ByteArrayInputStream(instance), OutputStream.nullOutputStream());
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[64 << 10];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
    }
  }

  private void patch(InputStream in, OutputStream out) throws IOException {
    DicomStream stream =
        DicomStream.open(in, Optional.empty(), Tag.RequestAttributesSequence, ReadLimits.DEFAULT);
    stream.transferTo(out, patch);
  }

  private static Patch patch() {
    NewItem equivalent = code("24725-4", "LN", "CT Head");
    NewItem code =
        NewItem.builder()
            .value(Tag.CodeValue, VR.SH, "RPID22")
            .value(Tag.CodingSchemeDesignator, VR.SH, "RADLEX")
            .value(Tag.CodeMeaning, VR.LO, "CT HEAD WO IVCON")
            .items(Tag.EquivalentCodeSequence, List.of(equivalent))
            .build();
    NewItem equipment =
        NewItem.builder()
            .value(Tag.Manufacturer, VR.LO, "radcanon")
            .value(Tag.ContributionDateTime, VR.DT, "20261121120000")
            .items(
                Tag.PurposeOfReferenceCodeSequence,
                List.of(code("109103", "DCM", "Modifying Equipment")))
            .build();
    return Patch.builder()
        .setItems(Tag.ProcedureCodeSequence, List.of(code))
        .appendItems(Tag.ContributingEquipmentSequence, List.of(equipment))
        .build();
  }

  private static NewItem code(String value, String scheme, String meaning) {
    return NewItem.builder()
        .value(Tag.CodeValue, VR.SH, value)
        .value(Tag.CodingSchemeDesignator, VR.SH, scheme)
        .value(Tag.CodeMeaning, VR.LO, meaning)
        .build();
  }

  /** A PS3.10 file with as many elements as a CT slice has, and pixels of noise. */
  private static byte[] instance(int pixelBytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(pixelBytes + 8192);
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    element(out, Tag.TransferSyntaxUID, "UI", "1.2.840.10008.1.2.1\0");
    element(out, Tag.SpecificCharacterSet, "CS", "ISO_IR 100");
    element(out, Tag.SOPClassUID, "UI", "1.2.840.10008.5.1.4.1.1.2\0");
    element(out, Tag.SOPInstanceUID, "UI", "1.2.276.0.7230010.3.1.4.8323329.1");
    element(out, Tag.Modality, "CS", "CT");
    element(out, Tag.StudyDescription, "LO", "CT Head without contrast");
    for (int group : new int[] {0x0009, 0x0010, 0x0018, 0x0019, 0x0020, 0x0021, 0x0028, 0x0029}) {
      for (int i = 0; i < 20; i++) {
        element(out, group << 16 | 0x1010 + i, group % 2 == 0 ? "DS" : "UN", "12.345678 ");
      }
    }
    element(out, Tag.PixelData, "OW", pixelBytes);
    byte[] pixels = new byte[pixelBytes];
    new Random(20261121).nextBytes(pixels);
    out.writeBytes(pixels);
    return out.toByteArray();
  }

  private static void element(ByteArrayOutputStream out, int tag, String vr, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
    byte[] even = bytes.length % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
    element(out, tag, vr, even.length);
    out.writeBytes(even);
  }

  private static void element(ByteArrayOutputStream out, int tag, String vr, int length) {
    number(out, tag >>> 16, 2);
    number(out, tag, 2);
    out.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
    boolean wide = vr.startsWith("O") || vr.equals("UN");
    number(out, 0, wide ? 2 : 0);
    number(out, length, wide ? 4 : 2);
  }

  private static void number(ByteArrayOutputStream out, int number, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write(number >>> 8 * i);
    }
  }

  /** Takes JMH's options; prints plain copy over patch for each pair. */
  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    Options options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(arguments))
            .include(PatchBenchmark.class.getName())
            .addProfiler(GCProfiler.class)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    for (RunResult patching : results) {
      String name = patching.getParams().getBenchmark();
      String size = patching.getParams().getParam("pixelBytes");
      if (name.contains(".patch")) {
        RunResult copying = find(results, name.replace(".patch", ".copy"), size);
        System.out.printf(
            "%s, %s bytes of pixels: %.3f of a plain copy; %.0f bytes allocated, copy %.0f%n",
            name.substring(name.lastIndexOf('.') + 1),
            size,
            copying.getPrimaryResult().getScore() / patching.getPrimaryResult().getScore(),
            allocated(patching),
            allocated(copying));
      }
    }
  }

  private static RunResult find(Collection<RunResult> results, String name, String size) {
    return results.stream()
        .filter(r -> r.getParams().getBenchmark().equals(name))
        .filter(r -> r.getParams().getParam("pixelBytes").equals(size))
        .findFirst()
        .orElseThrow();
  }

  private static double allocated(RunResult result) {
    return result.getSecondaryResults().keySet().stream()
        .filter(key -> key.endsWith("gc.alloc.rate.norm"))
        .mapToDouble(key -> result.getSecondaryResults().get(key).getScore())
        .findFirst()
        .orElse(Double.NaN);
  }
}
