package org.radcanon.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.radcanon.enrichment.Procedures.HEAD;
import static org.radcanon.enrichment.Procedures.resolved;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.enrichment.EnrichmentSettings.Mode;
import org.radcanon.studies.Study;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.writer.Encoding;
import org.radcanon.studies.writer.Encoding.Lengths;
import org.radcanon.studies.writer.Syntax;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Resolution.Basis;

/** Enriched instances as dicom3tools, DCMTK and pydicom read them. */
class PeersReadEnrichedInstancesTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:15:30Z"), ZoneOffset.UTC);

  private static final String HEAD_ITEM =
      "RPID22|RADLEX|CT HEAD WO IVCON {RC100|99RADCANON|CT head without contrast"
          + " 30799-1|LN|CT Head WO contrast"
          + " 12345678901234567890|SCT|Computed tomography of head without contrast}";

  private static final String OURS = "00080110,00081032,0018A001";

  /** dciodvfy knows no private scheme; it says so of every one, whoever wrote it. */
  private static final Pattern OF_A_PRIVATE_SCHEME =
      Pattern.compile(
          "Unrecognized defined term <(99\\w+|2\\.25\\.\\d+)> for value 1 of attribute <Coding Scheme"
              + " (Designator|UID)>");

  @TempDir Path directory;

  /** By the name of the enriched file: the fields that compare.py prints behind it. */
  private record Read(String codes, int originals, int signatures, String changed, String kept) {}

  @Test
  void fill_gives_every_kind_of_study_without_code_one_item_and_changes_nothing_else()
      throws IOException {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, Study> study : TinyStudies.all().entrySet()) {
      pairs.add(enrich(study.getKey(), study.getValue().first().bytes(), Mode.FILL));
    }

    Map<String, Read> read = compare(pairs);

    assertThat(read).hasSameSizeAs(pairs);
    assertThat(read.remove("coded").codes()).startsWith("RPID16|RADLEX|");
    assertThat(read.remove("localProcedureCode").codes()).startsWith("MRSCH|99RCTEST|");
    assertThat(read.values()).containsOnly(new Read(HEAD_ITEM, 0, 1, OURS, ""));
    assertNoNewFinding(pairs);
  }

  @Test
  void every_transfer_syntax_and_form_of_lengths_can_be_enriched() throws IOException {
    List<String> pairs = new ArrayList<>();
    for (Syntax syntax : Syntax.values()) {
      for (Lengths lengths : List.of(Lengths.DEFINED, Lengths.UNDEFINED)) {
        Encoding encoding = Encoding.of(syntax).with(lengths);
        pairs.add(
            enrich(
                syntax + "-" + lengths,
                TinyStudies.localProcedureCode().first().bytes(encoding),
                Mode.NORMALISE));
      }
    }

    Map<String, Read> read = compare(pairs);

    assertThat(read).hasSameSizeAs(pairs);
    assertThat(read.values())
        .allSatisfy(
            one -> {
              assertThat(one.codes()).isEqualTo(HEAD_ITEM);
              assertThat(one.changed()).isEqualTo(OURS + ",04000561");
              assertThat(one.originals()).isEqualTo(1);
              assertThat(one.kept()).startsWith("MRSCH|99RCTEST|");
            });
    assertNoNewFinding(pairs);
  }

  @Test
  void what_was_normalised_before_keeps_its_history() throws IOException {
    byte[] once = enriched(TinyStudies.localProcedureCode().first().bytes(), Mode.NORMALISE, HEAD);
    Path before = Files.write(directory.resolve("once.dcm"), once);
    Path after =
        Files.write(
            directory.resolve("twice.dcm"), enriched(once, Mode.NORMALISE, Procedures.CHEST));

    Read read = compare(List.of(before + "\t" + after)).get("twice");

    assertThat(read.codes()).startsWith("RPID16|RADLEX|");
    assertThat(read.originals()).isEqualTo(2);
    assertThat(read.signatures()).isEqualTo(2);
    assertThat(read.kept()).startsWith("MRSCH|99RCTEST|").endsWith(HEAD_ITEM);
  }

  @Test
  void what_was_enriched_passes_byte_for_byte_the_second_time() throws IOException {
    for (Mode mode : Mode.values()) {
      for (Syntax syntax : List.of(Syntax.IMPLICIT, Syntax.BIG_ENDIAN, Syntax.RLE)) {
        byte[] once = enriched(TinyStudies.localProcedureCode().first().bytes(syntax), mode, HEAD);

        assertThat(enriched(once, mode, HEAD)).isEqualTo(once);
      }
    }
  }

  @Test
  void a_meaning_that_the_character_set_of_the_instance_cannot_hold_is_read_as_it_was_meant()
      throws IOException {
    Path before =
        Files.write(directory.resolve("before.dcm"), TinyStudies.ctChest().first().bytes());
    Path after =
        Files.write(
            directory.resolve("greek.dcm"),
            enriched(
                Files.readAllBytes(before), EnricherTest.preferring("99CLINIC"), Procedures.GREEK));

    Read read = compare(List.of(before + "\t" + after)).get("greek");

    assertThat(read.codes()).startsWith("GR1|99CLINIC|Αξονική θώρακος");
  }

  /** One line of compare.py's input: the names of the file before and after. */
  private String enrich(String name, byte[] instance, Mode mode) throws IOException {
    Path before = Files.write(directory.resolve(name + ".before.dcm"), instance);
    Path after = Files.write(directory.resolve(name + ".dcm"), enriched(instance, mode, HEAD));
    return before + "\t" + after;
  }

  private static byte[] enriched(byte[] instance, Mode mode, Concept concept) throws IOException {
    return enriched(instance, EnrichmentSettings.defaults("1.0").withMode(mode), concept);
  }

  private static byte[] enriched(byte[] instance, EnrichmentSettings settings, Concept concept)
      throws IOException {
    DicomStream stream =
        DicomStream.open(
            new ByteArrayInputStream(instance),
            Optional.empty(),
            EvidenceReader.LAST_TAG,
            ReadLimits.DEFAULT);
    Decision decision =
        new Enricher(new Procedures(), settings, CLOCK)
            .decide(
                stream.header(),
                EvidenceReader.read(stream.header(), Optional.empty()),
                Optional.empty(),
                resolved(concept, Basis.CODE, 1));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    stream.transferTo(out, decision.patch());
    return out.toByteArray();
  }

  private Map<String, Read> compare(List<String> pairs) throws IOException {
    Path script = directory.resolve("compare.py");
    if (Files.notExists(script)) {
      try (var in = getClass().getResourceAsStream("compare.py")) {
        Files.copy(in, script);
      }
    }
    List<String> lines =
        Peer.lines(String.join("\n", pairs), List.of("/usr/bin/python3", script.toString()));
    Map<String, Read> read = new LinkedHashMap<>();
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      assertThat(fields).as(String.join("\n", lines)).hasSize(6);
      String name = Path.of(fields[0]).getFileName().toString().replace(".dcm", "");
      read.put(
          name,
          new Read(
              fields[1],
              Integer.parseInt(fields[2]),
              Integer.parseInt(fields[3]),
              fields[4],
              fields[5]));
    }
    return read;
  }

  /** dciodvfy finds in no file after what it did not find before, and DCMTK reads them all. */
  private static void assertNoNewFinding(List<String> pairs) throws IOException {
    List<String> dump = new ArrayList<>(List.of("dcmdump", "-q"));
    for (String pair : pairs) {
      String[] files = pair.split("\t");
      List<String> before = findings(files[0]);
      assertThat(findings(files[1])).as(files[1]).isSubsetOf(before);
      dump.add(files[1]);
    }
    assertThat(Peer.lines("", dump))
        .noneMatch(line -> line.startsWith("E:") || line.startsWith("W:"));
  }

  private static List<String> findings(String file) throws IOException {
    return Peer.lines("", List.of("dciodvfy", inflated(file))).stream()
        .filter(line -> line.startsWith("Error") || line.startsWith("Warning"))
        .filter(line -> !OF_A_PRIVATE_SCHEME.matcher(line).find())
        .toList();
  }

  /** dciodvfy reads no deflated data set; DCMTK inflates it for it. */
  private static String inflated(String file) throws IOException {
    if (!file.contains(Syntax.DEFLATED.name())) {
      return file;
    }
    String inflated = file + ".inflated";
    assertThat(Peer.lines("", List.of("dcmconv", "+te", file, inflated))).isEmpty();
    return inflated;
  }
}
