package org.radcanon.bytes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.dicom.DicomException;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.Patch;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.dicom.Tag;
import org.radcanon.enrichment.Decision;
import org.radcanon.enrichment.Enricher;
import org.radcanon.enrichment.EnrichmentSettings;
import org.radcanon.enrichment.EnrichmentSettings.Mode;
import org.radcanon.enrichment.EvidenceReader;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolution.Basis;
import org.radcanon.terminology.Resolution.Resolved;
import org.radcanon.terminology.Resolver;
import org.radcanon.terminology.map.MapLoader;
import org.radcanon.terminology.resolve.EvidenceResolver;

/**
 * Outside of the elements that enrichment means to set, what leaves is byte for byte what came: in
 * every transfer syntax, for what others wrote and for every oddity, in every mode, with the map
 * that is shipped. The judges are not ours: a walker in Python that shares no code with the room,
 * pydicom, DCMTK and dicom3tools.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ByteForByteTest {

  private static final CanonicalMap MAP = MapLoader.load();
  private static final Resolver RESOLVER = EvidenceResolver.of(MAP);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:15:30Z"), ZoneOffset.UTC);

  /** Truncated; a byte before the data set; an item longer than its sequence. */
  private static final Set<String> REFUSED =
      Set.of(
          "foreign-MR_truncated.dcm",
          "foreign-rtplan_truncated.dcm",
          "foreign-no_meta.dcm",
          "foreign-DICOMDIR-nooffset");

  /** A pair of files, and what the patch between them names. */
  private record Pair(String before, String after, String tags) {}

  private Path before;
  private Path after;
  private final Set<String> refused = new TreeSet<>();
  private final List<Pair> pairs = new ArrayList<>();

  @BeforeAll
  void enrichEverything(@TempDir Path directory) throws IOException {
    before = Files.createDirectory(directory.resolve("before"));
    after = Files.createDirectory(directory.resolve("after"));
    Map<String, byte[]> all = new TreeMap<>();
    all.putAll(ForeignFiles.in(Files.createDirectory(directory.resolve("foreign"))));
    all.putAll(Sources.transferSyntaxes());
    all.putAll(Sources.oddities());
    all.putAll(Sources.studies());
    for (Map.Entry<String, byte[]> file : all.entrySet()) {
      Files.write(before.resolve(file.getKey()), file.getValue());
      enrich(file.getKey(), file.getValue());
    }
  }

  /** In each mode; an outcome that two modes share is judged once. */
  private void enrich(String name, byte[] came) throws IOException {
    Map<String, Pair> distinct = new LinkedHashMap<>();
    for (Mode mode : Mode.values()) {
      try {
        DicomStream stream =
            DicomStream.open(
                new ByteArrayInputStream(came),
                Optional.empty(),
                EvidenceReader.LAST_TAG,
                ReadLimits.DEFAULT);
        Patch patch = decide(stream, mode).patch();
        String left = name + "." + mode;
        Path file = after.resolve(left);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stream.transferTo(out, patch);
        Pair pair = new Pair(name, left, tags(patch));
        String content = pair.tags() + out.toString(ISO_8859_1);
        if (distinct.putIfAbsent(content, pair) == null) {
          Files.write(file, out.toByteArray());
        }
      } catch (DicomException e) {
        refused.add(name);
      }
    }
    pairs.addAll(distinct.values());
  }

  /** As the evidence has it, and where it has nothing, as a CT of the chest. */
  private static Decision decide(DicomStream stream, Mode mode) {
    ProcedureEvidence evidence = EvidenceReader.read(stream.header(), Optional.of("MODALITY1"));
    Resolution resolution = RESOLVER.resolve(evidence);
    if (!(resolution instanceof Resolved resolved) || resolved.confidence() < 0.9) {
      resolution =
          new Resolved(
              MAP.byCode("RADLEX", "RPID16").orElseThrow(),
              Basis.CODE,
              1,
              List.of(),
              List.of(),
              List.of());
    }
    EnrichmentSettings settings = EnrichmentSettings.defaults("1.0").withMode(mode);
    return new Enricher(MAP, settings, CLOCK)
        .decide(stream.header(), evidence, Optional.empty(), resolution);
  }

  private static String tags(Patch patch) {
    return patch.edits().stream().map(e -> Tag.toHex(e.tag())).collect(Collectors.joining(","));
  }

  @Test
  void only_what_is_broken_is_refused() {
    Set<String> others = new LinkedHashSet<>(refused);
    others.removeAll(REFUSED);
    assertThat(refused).containsAll(REFUSED);
    assertThat(others).allMatch(name -> name.matches("(foreign-.*\\.bare.*|debatable-.*)"));
  }

  @Test
  void every_byte_outside_the_named_elements_stays_and_pydicom_reads_the_rest_as_before()
      throws IOException {
    String input =
        pairs.stream()
            .map(
                p ->
                    "%s\t%s\t%s\t%s"
                        .formatted(
                            before.resolve(p.before()),
                            after.resolve(p.after()),
                            p.tags(),
                            p.before().startsWith("debatable") ? "-" : "read"))
            .collect(Collectors.joining("\n"));

    List<String> judged =
        Tool.lines(input, List.of("/usr/bin/python3", Tool.resource("oracle.py")));

    assertThat(judged)
        .singleElement()
        .asString()
        .matches("judged %d, read by pydicom [4-9]\\d\\d".formatted(pairs.size()));
  }

  @Test
  void dcmtk_and_dicom3tools_read_what_they_read_before_and_find_no_new_fault() throws IOException {
    String input =
        pairs.stream()
            .filter(pair -> !pair.tags().isEmpty())
            .map(pair -> pair.before() + "\t" + pair.after() + "\t" + validation(pair))
            .collect(Collectors.joining("\n"));

    List<String> judged =
        Tool.lines(
            input,
            List.of(
                "/usr/bin/python3",
                Tool.resource("peers.py"),
                before.toString(),
                after.toString()));

    assertThat(judged)
        .singleElement()
        .asString()
        .matches("read [4-9]\\d\\d, validated [2-9]\\d\\d");
  }

  /** dciodvfy looks at modules, not at bytes: for each kind of content one encoding will do. */
  private static String validation(Pair pair) {
    String name = pair.before();
    return name.matches(
            "(foreign-.*[^.]{4}\\.dcm|foreign-.*groups|study-.*-explicit|odd-.*|coded-.*|ts-.*[.]1)")
        ? "validate"
        : "-";
  }
}
