package org.radcanon.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.DicomException;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.dicom.Tag;
import org.radcanon.enrichment.EvidenceReader;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolution.Resolved;
import org.radcanon.terminology.Resolver;

/**
 * The studies in a DICOM file or below a folder, by Study Instance UID (0020,000D). Headers are
 * read, nothing else; what is not DICOM is passed over and counted.
 */
final class DicomStudies {

  static final List<String> COLUMNS =
      List.of("StudyInstanceUID", RowEvidence.TEXT, RowEvidence.MODALITY, "instances");

  private static final int MAGIC_AT = 128;

  private static final Set<String> OF_IMAGES =
      Set.of(
          "Laterality",
          "ImageLaterality",
          "ViewPosition",
          "ContrastBolusAgent",
          "ContrastBolusAgentSequence",
          "ContrastBolusRoute");

  private final Map<String, Study> studies = new TreeMap<>();
  private int files;
  private int skipped;

  private DicomStudies() {}

  /** The file says so itself (PS3.10 7.1), or can be read as an instance without that. */
  static boolean isDicom(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(MAGIC_AT + 4);
      String magic = new String(start, StandardCharsets.ISO_8859_1);
      return magic.startsWith("DICM", MAGIC_AT) || instance(file).isPresent();
    }
  }

  static DicomStudies read(Path place, Terminal terminal) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        place.toRealPath(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    DicomStudies studies = new DicomStudies();
    try (Progress progress = new Progress(terminal)) {
      for (Path file : found) {
        studies.take(file);
        progress.at(
            (double) studies.files / found.size(),
            String.format(Locale.ROOT, "%,d files", studies.files));
      }
    }
    if (studies.studies.isEmpty()) {
      throw new CommandException(place + ": no DICOM instance among " + studies.files + " files");
    }
    return studies;
  }

  private void take(Path file) {
    files++;
    Optional<DataSet> header = instance(file);
    if (header.isEmpty()) {
      skipped++;
      return;
    }
    String uid = header.get().string(Tag.StudyInstanceUID).orElseThrow();
    studies.computeIfAbsent(uid, Study::new).add(header.get());
  }

  /** Empty where this is no instance of a study, or cannot be read. */
  private static Optional<DataSet> instance(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      DataSet header =
          DicomStream.open(in, Optional.empty(), EvidenceReader.LAST_TAG, ReadLimits.DEFAULT)
              .header();
      boolean complete =
          Stream.of(Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.StudyInstanceUID)
              .allMatch(tag -> header.string(tag).isPresent());
      return complete ? Optional.of(header) : Optional.empty();
    } catch (DicomException | IOException e) {
      return Optional.empty();
    }
  }

  List<Study> all() {
    return List.copyOf(studies.values());
  }

  List<String> counts() {
    return List.of(
        String.format(Locale.ROOT, "%-24s %,10d", "DICOM instances", files - skipped),
        String.format(Locale.ROOT, "%-24s %,10d", "other files, skipped", skipped),
        String.format(Locale.ROOT, "%-24s %,10d", "studies", studies.size()));
  }

  /** A study: what its instances say, each differing header once. */
  static final class Study {

    private final String uid;
    private final Set<ProcedureEvidence> evidence = new LinkedHashSet<>();
    private final Set<String> modalities = new TreeSet<>();
    private int instances;

    private Study(String uid) {
      this.uid = uid;
    }

    private void add(DataSet header) {
      instances++;
      ProcedureEvidence own = EvidenceReader.read(header, Optional.empty());
      modalities.addAll(own.modalities());
      evidence.add(own);
    }

    /** The surest of what its acquisitions come to, the first of several. */
    Resolution resolve(Resolver resolver) {
      List<SourcedText> ofImages = ofImages();
      Resolution best = null;
      for (ProcedureEvidence one : deciding()) {
        Resolution resolution = resolver.resolve(with(one, ofImages));
        if (best == null || surer(resolution, best)) {
          best = resolution;
        }
      }
      return best;
    }

    /** What each image says of itself, and any of them may contradict the study's description. */
    private List<SourcedText> ofImages() {
      return deciding().stream()
          .flatMap(one -> one.hints().stream())
          .filter(hint -> OF_IMAGES.contains(hint.source()))
          .distinct()
          .toList();
    }

    private static boolean surer(Resolution one, Resolution other) {
      if (!(one instanceof Resolved resolved)) {
        return false;
      }
      if (!(other instanceof Resolved before)) {
        return true;
      }
      return resolved.basis().betterThan(before.basis())
          || resolved.basis() == before.basis() && resolved.confidence() > before.confidence();
    }

    /** Acquisitions speak for the study; where there is none, whatever there is. */
    private List<ProcedureEvidence> deciding() {
      List<ProcedureEvidence> acquired =
          evidence.stream().filter(one -> !one.modalities().isEmpty()).toList();
      return acquired.isEmpty() ? List.copyOf(evidence) : acquired;
    }

    private ProcedureEvidence with(ProcedureEvidence one, List<SourcedText> ofImages) {
      List<SourcedText> hints =
          Stream.concat(one.hints().stream(), ofImages.stream()).distinct().toList();
      return new ProcedureEvidence(one.codes(), one.texts(), modalities, hints, one.origin());
    }

    /** The most trusted description. */
    String text() {
      return deciding().stream()
          .flatMap(one -> one.texts().stream())
          .map(SourcedText::text)
          .findFirst()
          .orElse("");
    }

    String modality() {
      return String.join(",", modalities);
    }

    List<String> cells() {
      return List.of(uid, text(), modality(), String.valueOf(instances));
    }
  }
}
