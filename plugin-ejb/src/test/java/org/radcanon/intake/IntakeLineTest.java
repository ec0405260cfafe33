package org.radcanon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcanon.archive.FileArchive;
import org.radcanon.archive.InstanceKey;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.dicom.Tag;
import org.radcanon.enrichment.Enricher;
import org.radcanon.enrichment.EnrichmentSettings;
import org.radcanon.enrichment.EnrichmentSettings.Mode;
import org.radcanon.index.CodingRecord;
import org.radcanon.index.CodingStore.CaseKind;
import org.radcanon.index.CodingStore.CaseRecord;
import org.radcanon.index.CodingStore.NewCase;
import org.radcanon.index.IndexOnH2;
import org.radcanon.index.IndexedStudy;
import org.radcanon.intake.Intake.Incoming;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.FailureReason;
import org.radcanon.intake.StoreResult.Stored;
import org.radcanon.intake.configuration.IntakeConfiguration;
import org.radcanon.studies.Instance;
import org.radcanon.studies.Study;
import org.radcanon.studies.StudyKind;
import org.radcanon.studies.StudyMaker;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.hostile.HostileInputs;
import org.radcanon.studies.hostile.Input;
import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.DicomObject;
import org.radcanon.studies.writer.Syntax;
import org.radcanon.studies.writer.Vr;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.Resolution.Basis;
import org.radcanon.terminology.live.Terminology;
import org.radcanon.terminology.site.SiteMapRow;

/** The whole line over real rooms: the map that is shipped, files on disk, an index in H2. */
class IntakeLineTest {

  @TempDir private Path directory;
  private Terminology terminology;
  private IndexOnH2 index;
  private FileArchive archive;
  private IntakeLine line;
  private SiteMapDesk desk;

  @BeforeEach
  void build() throws IOException {
    terminology = Terminology.open(Optional.empty(), directory.resolve("site-map.csv"));
    index = IndexOnH2.empty(terminology.map());
    archive = FileArchive.open(directory.resolve("archive"), 0, Clock.systemUTC());
    Enricher enricher = enricher(EnrichmentSettings.defaults("test"));
    line = line(enricher);
    desk = new SiteMapDesk(index.codings(), terminology, enricher);
  }

  private Enricher enricher(EnrichmentSettings settings) {
    return new Enricher(terminology.map(), settings, Clock.systemDefaultZone());
  }

  private IntakeLine line(Enricher enricher) {
    CodingRoom codings =
        new CodingRoom(terminology.map(), terminology.resolver(), enricher, index.codings());
    return new IntakeLine(
        new IntakeConfiguration(ReadLimits.DEFAULT), codings, archive, index.studies());
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  @Test
  void aDescribedStudyIsStoredWithItsCodeAndIndexedUnderIt() {
    Study study = TinyStudies.ctChest();

    List<StoreResult> results = study.instances().stream().map(this::store).toList();

    assertThat(results).allSatisfy(r -> assertThat(((Stored) r).coerced()).isTrue());
    IndexedStudy indexed = index.studies().studyInFull(study.studyInstanceUid()).orElseThrow();
    assertThat(indexed.instanceCount()).isEqualTo(2);
    assertThat(indexed.coding().orElseThrow().basis()).isEqualTo(Basis.TEXT);
    assertThat(indexed.coding().orElseThrow().concept()).isEqualTo(concept("RPID16"));
    assertThat(index.codings().countCases(true)).isZero();
  }

  @Test
  void anUncodableStudyIsStoredByteForByteAndListedOnce() throws IOException {
    Study study = TinyStudies.uncodable();

    study.instances().forEach(i -> assertThat(((Stored) store(i)).coerced()).isFalse());

    for (Instance instance : study.instances()) {
      assertThat(stored(study, instance)).isEqualTo(instance.bytes());
    }
    List<CaseRecord> cases = desk.cases(true, 10, 0);
    assertThat(cases).hasSize(1);
    assertThat(cases.get(0).what().kind()).isEqualTo(CaseKind.UNRESOLVED);
  }

  @Test
  void aLineOfTheSiteMapResolvesWhatIsListedOnDemandAndItsLikeFromThenOn() {
    Study before = TinyStudies.uncodable();
    before.instances().forEach(this::store);

    desk.addSiteMapRow(
        new SiteMapRow(
            Optional.empty(),
            Optional.of(before.description()),
            Optional.of("CT"),
            Origin.UNKNOWN,
            new Code("RPID16", "RADLEX", ""),
            "decided in this test"));
    CaseDesk.Outcome outcome = desk.resolveAgain();

    assertThat(outcome).isEqualTo(new CaseDesk.Outcome(1, 1));
    assertThat(index.codings().countCases(true)).isZero();
    IndexedStudy indexed = index.studies().study(before.studyInstanceUid()).orElseThrow();
    assertThat(indexed.coding().orElseThrow().basis()).isEqualTo(Basis.SITE_MAP);

    Study after = TinyStudies.ctDescribedAs(before.description());
    after.instances().forEach(i -> assertThat(((Stored) store(i)).coerced()).isTrue());
    assertThat(index.codings().inForce(after.studyInstanceUid()).orElseThrow().concept())
        .isEqualTo(concept("RPID16"));
  }

  @Test
  void aLineThatTheMapDoesNotKnowIsRefusedWithItsReason() {
    assertThatThrownBy(
            () ->
                desk.addSiteMapRow(
                    new SiteMapRow(
                        Optional.empty(),
                        Optional.of("ROUTINE"),
                        Optional.empty(),
                        Origin.UNKNOWN,
                        new Code("RPID999999", "RADLEX", ""),
                        "")))
        .isInstanceOf(CaseDesk.SiteMapException.class)
        .hasMessageContaining("RPID999999");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNRESOLVED")
  void aContradictionIsSettledForTheCodeInForceOrTheProposedOne(CaseKind kind) {
    CodingRecord inForce = new CodingRecord(concept("RPID16"), Basis.TEXT, 0.9, List.of("text"));
    CodingRecord proposed = new CodingRecord(concept("RPID22"), Basis.CODE, 1, List.of("code"));
    index.codings().claim("1.2", inForce);
    long kept = open(kind, Optional.of(proposed));

    desk.settle(kept, false);

    assertThat(index.codings().inForce("1.2")).contains(inForce);
    assertThatThrownBy(() -> desk.settle(kept, true))
        .isInstanceOf(CaseDesk.CaseStateException.class)
        .hasMessageContaining("already closed");
    long taken = open(kind, Optional.of(proposed));

    desk.settle(taken, true);

    assertThat(index.codings().inForce("1.2")).contains(proposed);
    assertThat(desk.countCases(true)).isZero();
    assertThat(desk.cases(false, 9, 0))
        .allSatisfy(c -> assertThat(c.how().orElseThrow()).startsWith("decided by a person: the "));
    assertThatThrownBy(() -> desk.settle(taken + 1, true))
        .isInstanceOf(CaseDesk.UnknownCaseException.class);
  }

  @Test
  void anUnresolvedCaseIsNotSettledWithoutTheSiteMap() {
    long id = open(CaseKind.UNRESOLVED, Optional.empty());

    assertThatThrownBy(() -> desk.settle(id, true))
        .isInstanceOf(CaseDesk.CaseStateException.class)
        .hasMessageContaining("site map");
    assertThat(desk.countCases(true)).isEqualTo(1);
  }

  private long open(CaseKind kind, Optional<CodingRecord> proposed) {
    ProcedureEvidence evidence =
        new ProcedureEvidence(List.of(), List.of(), Set.of("CT"), List.of(), Origin.UNKNOWN);
    index
        .codings()
        .openCase(new NewCase("1.2", kind, "otherwise", evidence, List.of(), List.of(), proposed));
    return desk.cases(true, 1, 0).get(0).id();
  }

  @Test
  void theSameInstanceAgainChangesNothingAndCountsOnce() throws IOException {
    Study study = TinyStudies.ctChest();
    store(study.first());
    byte[] first = stored(study, study.first());

    StoreResult again = store(study.first());

    assertThat(again).isInstanceOf(Stored.class);
    assertThat(stored(study, study.first())).isEqualTo(first);
    assertThat(index.studies().study(study.studyInstanceUid()).orElseThrow().instanceCount())
        .isEqualTo(1);
    assertThat(directory.resolve("archive/superseded"))
        .satisfiesAnyOf(d -> assertThat(d).doesNotExist(), d -> assertThat(d).isEmptyDirectory());
  }

  @Test
  void whatWasStoredByUsAndIsSentBackLeavesAsItCame() throws IOException {
    Study study = TinyStudies.ctChest();
    store(study.first());
    byte[] enriched = stored(study, study.first());

    StoreResult again = store(enriched);

    assertThat(((Stored) again).coerced()).isFalse();
    assertThat(stored(study, study.first())).isEqualTo(enriched);
  }

  @Test
  void instancesThatArriveAtOnceAndDisagreeCarryOneCodeAndTheDisagreementIsListed()
      throws Exception {
    Study study = StudyMaker.of(StudyKind.CT).instances(8).size(16).list().get(0);
    List<byte[]> sent = disagreeing(study);
    ExecutorService senders = Executors.newFixedThreadPool(8);
    try {
      List<Callable<StoreResult>> work =
          sent.stream().map(bytes -> (Callable<StoreResult>) () -> store(bytes)).toList();
      for (var result : senders.invokeAll(work)) {
        assertThat(result.get()).isInstanceOf(Stored.class);
      }
    } finally {
      senders.shutdownNow();
    }

    List<String> codes = new ArrayList<>();
    for (Instance instance : study.instances()) {
      codes.add(codeIn(stored(study, instance)));
    }
    assertThat(codes).hasSize(8).containsOnly(codes.get(0));
    assertThat(index.codings().inForce(study.studyInstanceUid()).orElseThrow().concept())
        .isEqualTo(concept(codes.get(0)));
    IndexedStudy indexed = index.studies().study(study.studyInstanceUid()).orElseThrow();
    assertThat(indexed.instanceCount()).isEqualTo(8);
    assertThat(desk.cases(true, 10, 0))
        .extracting(c -> c.what().kind())
        .containsExactly(CaseKind.CONFLICT);
  }

  /** Every other instance asks for another procedure by code, which its description leaves open. */
  private static List<byte[]> disagreeing(Study study) {
    List<byte[]> sent = new ArrayList<>();
    for (Instance instance : study.instances()) {
      String rpid = sent.size() % 2 == 0 ? "RPID16" : "RPID404";
      DicomObject request =
          DicomObject.create()
              .items(
                  Attribute.REQUESTED_PROCEDURE_CODE_SEQUENCE,
                  DicomObject.create()
                      .set(Attribute.CODE_VALUE, rpid)
                      .set(Attribute.CODING_SCHEME_DESIGNATOR, "RADLEX")
                      .set(Attribute.CODE_MEANING, "asked for"));
      sent.add(
          instance
              .changed(object -> object.items(Attribute.REQUEST_ATTRIBUTES_SEQUENCE, request))
              .bytes());
    }
    return sent;
  }

  private static String codeIn(byte[] stored) throws IOException {
    return DicomStream.open(
            new ByteArrayInputStream(stored),
            Optional.empty(),
            Tag.ProcedureCodeSequence,
            ReadLimits.DEFAULT)
        .header()
        .items(Tag.ProcedureCodeSequence)
        .get(0)
        .string(Tag.CodeValue)
        .orElseThrow();
  }

  @Test
  void anInstanceWhoseElementsCannotBeEditedIsStoredAsItCameAndListed() throws IOException {
    Study study = TinyStudies.ctChest();
    Instance odd =
        study
            .first()
            .changed(object -> object.set(Tag.ContributingEquipmentSequence, Vr.LO, "no sequence"));

    StoreResult result = store(odd);

    assertThat(((Stored) result).coerced()).isFalse();
    assertThat(stored(study, odd)).isEqualTo(odd.bytes());
    assertThat(index.codings().countCases(true)).isEqualTo(1);
  }

  @Test
  void originalAttributesThatAreNoSequenceKeepNoInstanceFromBeingNormalised() throws IOException {
    line = line(enricher(EnrichmentSettings.defaults("test").withMode(Mode.NORMALISE)));
    Study study = TinyStudies.ctChest();
    Instance odd =
        study
            .first()
            .changed(
                object ->
                    object
                        .items(
                            Attribute.PROCEDURE_CODE_SEQUENCE,
                            new org.radcanon.studies.writer.Code("CTTH", "99CLINIC", "Thorax")
                                .item())
                        .set(Tag.OriginalAttributesSequence, Vr.LO, "no sequence"));

    assertThat(((Stored) store(odd)).coerced()).isTrue();

    byte[] stored = stored(study, odd);
    assertThat(codeIn(stored)).isEqualTo("RPID16");
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).contains("no sequence", "CTTH");
  }

  @Test
  void aTransferSyntaxThatIsNoUidIsRefused() {
    byte[] file = TinyStudies.ctChest().first().bytes(Syntax.EXPLICIT);
    byte[] uid = "1.2.840.10008.1.2.1".getBytes(StandardCharsets.US_ASCII);
    int at = new String(file, StandardCharsets.ISO_8859_1).indexOf("1.2.840.10008.1.2.1\0");
    System.arraycopy(
        "1.2.840.10008.1\r\n.1".getBytes(StandardCharsets.US_ASCII), 0, file, at, uid.length);

    assertThat(store(file)).isInstanceOf(Failed.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void aTruncatedInstanceLeavesNeitherBytesNorACodeBehind() {
    Study study = TinyStudies.ctChest();
    byte[] whole = study.first().bytes();

    StoreResult result = store(Arrays.copyOf(whole, whole.length - 10));

    assertThat(((Failed) result).is(FailureReason.CANNOT_UNDERSTAND)).isTrue();
    assertThat(index.studies().study(study.studyInstanceUid())).isEmpty();
    assertThat(index.codings().inForce(study.studyInstanceUid())).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void hostileInputIsRefusedAndNothingOfItIsKept() {
    List<Input> inputs =
        Stream.concat(HostileInputs.small().stream(), HostileInputs.badUids().stream()).toList();

    assertThat(inputs)
        .allSatisfy(
            input -> {
              try (InputStream in = input.open()) {
                assertThat(line.store(incoming(in, Optional.empty())))
                    .as(input.name())
                    .isInstanceOf(Failed.class);
              }
            });
    assertThat(files()).isEmpty();
    assertThat(index.codings().countCases(true)).isZero();
  }

  @Test
  void anInstanceOfAnotherStudyThanAskedForIsRefused() {
    Study study = TinyStudies.ctChest();

    StoreResult result =
        line.store(incoming(new ByteArrayInputStream(study.first().bytes()), Optional.of("1.2.3")));

    assertThat(((Failed) result).is(FailureReason.STUDY_MISMATCH)).isTrue();
    assertThat(((Failed) result).sopInstance()).isPresent();
    assertThat(files()).isEmpty();
  }

  @Test
  void everyTransferSyntaxIsStoredWithItsCode() {
    for (Syntax syntax : Syntax.values()) {
      Study study =
          TinyStudies.ctDescribedAs("CT Chest wo IV Contrast " + " ".repeat(syntax.ordinal()));
      assertThat(((Stored) store(study.first().bytes(syntax))).coerced())
          .as(syntax.name())
          .isTrue();
    }
  }

  @Test
  void commentsFitTheFieldTheyAreSentIn() {
    assertThat(HostileInputs.small())
        .allSatisfy(
            input ->
                assertThat(((Failed) store(input.bytes())).comment())
                    .hasSizeLessThanOrEqualTo(64)
                    .isNotBlank());
  }

  private StoreResult store(Instance instance) {
    return store(instance.bytes());
  }

  private StoreResult store(byte[] bytes) {
    return line.store(incoming(new ByteArrayInputStream(bytes), Optional.empty()));
  }

  private static Incoming incoming(InputStream in, Optional<String> expectedStudy) {
    return new Incoming(in, Optional.empty(), expectedStudy, Optional.empty());
  }

  private byte[] stored(Study study, Instance instance) throws IOException {
    var path =
        index
            .studies()
            .instances(study.studyInstanceUid(), Optional.empty(), Optional.empty())
            .stream()
            .filter(p -> p.instance().equals(instance.sopInstanceUid()))
            .findFirst()
            .orElseThrow();
    InstanceKey key = new InstanceKey(path.study(), path.series(), path.instance());
    try (InputStream in = archive.retrieve(key).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.walk(directory.resolve("archive"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> f.toString().matches(".*\\.(dcm|part)"))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String concept(String rpid) {
    return terminology.map().byCode("RADLEX", rpid).orElseThrow().code();
  }
}
