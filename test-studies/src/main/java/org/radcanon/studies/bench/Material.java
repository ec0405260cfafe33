package org.radcanon.studies.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.radcanon.studies.Instance;
import org.radcanon.studies.Study;
import org.radcanon.studies.StudyKind;
import org.radcanon.studies.StudyMaker;
import org.radcanon.studies.writer.Attribute;

/**
 * A study to be sent, as files, series by series.
 *
 * @param name for the table
 */
record Material(String name, List<List<FreshFile>> series) {

  private static final String ULTRASOUND_MULTI_FRAME = "1.2.840.10008.5.1.4.1.1.3.1";
  private static final int FRAME_SIDE = 512;

  /** Computed tomography: 0.5 MB a slice. */
  static Material ct(Path folder, int slices) throws IOException {
    return study(slices + " CT slices", StudyKind.CT, 4, slices, 512, folder.resolve("ct"));
  }

  /** Magnetic resonance: 0.2 MB a slice. */
  static Material mr(Path folder, int slices) throws IOException {
    return study(slices + " MR slices", StudyKind.MR, 2, slices, 320, folder.resolve("mr"));
  }

  private static Material study(
      String name, StudyKind kind, int series, int slices, int size, Path folder)
      throws IOException {
    Study study =
        StudyMaker.of(kind)
            .series(series)
            .instances(Math.max(1, slices / series))
            .size(size)
            .list()
            .get(0);
    Files.createDirectories(folder);
    List<List<FreshFile>> all = new ArrayList<>();
    String last = "";
    for (Instance instance : study.instances()) {
      if (!instance.seriesUid().equals(last)) {
        all.add(new ArrayList<>());
        last = instance.seriesUid();
      }
      Path file = folder.resolve(instance.sopInstanceUid() + ".dcm");
      Files.write(file, instance.bytes());
      all.get(all.size() - 1).add(fresh(file, instance));
    }
    return new Material(name, all);
  }

  /** Ultrasound of many frames, one element of pixel data. */
  static Material multiFrame(Path folder, long megabytes) throws IOException {
    int frame = FRAME_SIDE * FRAME_SIDE * 3;
    int frames = (int) Math.max(1, megabytes * 1_000_000 / frame);
    Instance instance =
        StudyMaker.of(StudyKind.US)
            .size(FRAME_SIDE)
            .list()
            .get(0)
            .first()
            .changed(
                object ->
                    object
                        .set(Attribute.SOP_CLASS_UID, ULTRASOUND_MULTI_FRAME)
                        .set(Attribute.NUMBER_OF_FRAMES, frames)
                        .remove(Attribute.PIXEL_DATA));
    Files.createDirectories(folder);
    Path file = folder.resolve("multi-frame-" + megabytes + ".dcm");
    byte[] pixels = new byte[frame];
    new Random(1).nextBytes(pixels);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(instance.bytes());
      out.write(pixelData((long) frame * frames));
      for (int i = 0; i < frames; i++) {
        out.write(pixels);
      }
    }
    String name = "one multi-frame of " + megabytes + " MB";
    return new Material(name, List.of(List.of(fresh(file, instance))));
  }

  /** Tag, VR and length of Pixel Data (7FE0,0010), explicit VR little endian. */
  private static byte[] pixelData(long length) {
    return ByteBuffer.allocate(12)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 0x7FE0)
        .putShort((short) 0x0010)
        .put((byte) 'O')
        .put((byte) 'W')
        .putShort((short) 0)
        .putInt((int) length)
        .array();
  }

  private static FreshFile fresh(Path file, Instance instance) throws IOException {
    return FreshFile.of(
        file, List.of(instance.studyUid(), instance.seriesUid(), instance.sopInstanceUid()));
  }

  /** Another study from now on. */
  void renew(long number) throws IOException {
    for (List<FreshFile> files : series) {
      for (FreshFile file : files) {
        file.renew(number);
      }
    }
  }

  List<Path> files() {
    return series.stream().flatMap(List::stream).map(FreshFile::path).toList();
  }

  List<List<Path>> filesBySeries() {
    return series.stream().map(files -> files.stream().map(FreshFile::path).toList()).toList();
  }

  int count() {
    return series.stream().mapToInt(List::size).sum();
  }

  long bytes() {
    return files().stream().mapToLong(Material::size).sum();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
