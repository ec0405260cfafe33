package org.radcanon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.archive.AnsweringArchive;
import org.radcanon.archive.Archive;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Instance;
import org.radcanon.archive.OutOfSpaceException;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Change;
import org.radcanon.archive.Outcome.Kept;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.enrichment.Enricher;
import org.radcanon.enrichment.EnrichmentSettings;
import org.radcanon.index.CodingStore;
import org.radcanon.index.FailingIndex;
import org.radcanon.index.IndexOnH2;
import org.radcanon.index.StudyIndex;
import org.radcanon.intake.Intake.Batch;
import org.radcanon.intake.Intake.Incoming;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.FailureReason;
import org.radcanon.intake.StoreResult.Stored;
import org.radcanon.studies.Study;
import org.radcanon.studies.StudyKind;
import org.radcanon.studies.StudyMaker;
import org.radcanon.studies.TinyStudies;
import org.radcanon.terminology.live.Terminology;

/** Batches before an archive that answers late and as it likes. */
class LineBatchTest {

  @TempDir private Path directory;
  private final StudiesInFlight inFlight = new StudiesInFlight();
  private final Study study = StudyMaker.of(StudyKind.CT).instances(4).size(16).list().get(0);
  private Terminology terminology;
  private StudyIndex index;
  private CodingStore codings;
  private LineBatch.Room room = LineBatch.Room.DEFAULT;

  @BeforeEach
  void build() {
    terminology = Terminology.open(Optional.empty(), directory.resolve("site-map.csv"));
    IndexOnH2 empty = IndexOnH2.empty(terminology.map());
    index = empty.studies();
    codings = empty.codings();
  }

  @Test
  void one_request_is_one_delivery_and_answers_in_order() {
    AnsweringArchive archive = archive(instance -> Kept.as(Change.TAKEN));

    List<StoreResult> results = store(archive, study.instances());

    assertThat(archive.deliveries()).hasSize(1);
    assertThat(results)
        .extracting(result -> ((Stored) result).sopInstance())
        .containsExactlyElementsOf(
            study.instances().stream().map(org.radcanon.studies.Instance::sopInstanceUid).toList());
    assertThat(indexed()).isEqualTo(4);
  }

  @Test
  void nothing_is_indexed_before_the_archive_has_answered_for_it() {
    try (Batch batch = begin(archive(instance -> Kept.as(Change.TAKEN)))) {
      batch.add(incoming(study.first().bytes()));

      assertThat(index.study(study.studyInstanceUid())).isEmpty();
      batch.finish();
    }
    assertThat(indexed()).isEqualTo(1);
  }

  @Test
  void what_waits_for_an_answer_is_bounded() {
    room = new LineBatch.Room(Long.MAX_VALUE, 2);
    AnsweringArchive two = archive(instance -> Kept.as(Change.TAKEN));
    assertThat(store(two, study.instances())).hasSize(4).allMatch(Stored.class::isInstance);
    assertThat(two.deliveries()).extracting(List::size).containsExactly(2, 2);

    room = new LineBatch.Room(1, 1000);
    AnsweringArchive one = archive(instance -> Kept.as(Change.TAKEN));
    assertThat(store(one, study.instances())).hasSize(4).allMatch(Stored.class::isInstance);
    assertThat(one.deliveries()).extracting(List::size).containsExactly(1, 1, 1, 1);
  }

  @Test
  void the_archives_warning_is_passed_on_unless_the_change_was_ours() {
    Outcome remarked = new Kept(Change.TAKEN, OptionalInt.of(0xB007));
    Study plain = TinyStudies.uncodable();

    assertThat(store(archive(instance -> remarked), plain.instances()))
        .allSatisfy(r -> assertThat(((Stored) r).warning()).hasValue(0xB007));
    assertThat(store(archive(instance -> remarked), study.instances()))
        .allSatisfy(r -> assertThat(((Stored) r).warning()).hasValue(0xB000));
  }

  @Test
  void a_refusal_of_the_archive_is_passed_on_with_its_own_status_and_the_others_are_kept() {
    String unwanted = study.first().sopInstanceUid();
    List<StoreResult> results =
        store(
            archive(
                instance ->
                    instance.key().instance().equals(unwanted)
                        ? new Outcome.Refused(0x0122, "SOP class not supported")
                        : Kept.as(Change.TAKEN)),
            study.instances());

    assertThat(((Failed) results.get(0)).status()).isEqualTo(0x0122);
    assertThat(((Failed) results.get(0)).comment()).isEqualTo("SOP class not supported");
    assertThat(results.subList(1, 4)).allMatch(Stored.class::isInstance);
    assertThat(indexed()).isEqualTo(3);
    assertThat(codings.inForce(study.studyInstanceUid())).isPresent();
  }

  @Test
  void an_archive_that_is_down_or_full_is_a_lack_of_resources_and_leaves_no_claim() {
    for (ArchiveException cause :
        List.of(new ArchiveException("no connection"), new OutOfSpaceException("no room"))) {
      List<StoreResult> results =
          store(archive(instance -> new Outcome.Unavailable(cause)), study.instances());

      assertThat(results)
          .allSatisfy(r -> assertThat(((Failed) r).is(FailureReason.OUT_OF_RESOURCES)).isTrue());
      assertThat(index.study(study.studyInstanceUid())).isEmpty();
      assertThat(codings.inForce(study.studyInstanceUid())).isEmpty();
    }
  }

  @Test
  void a_malformed_instance_fails_alone_in_its_place() {
    byte[] whole = study.instances().get(1).bytes();
    AnsweringArchive archive = archive(instance -> Kept.as(Change.TAKEN));
    try (Batch batch = begin(archive)) {
      batch.add(incoming(study.first().bytes()));
      batch.add(incoming(Arrays.copyOf(whole, whole.length - 9)));
      batch.add(incoming(study.instances().get(2).bytes()));

      List<StoreResult> results = batch.finish();

      assertThat(((Failed) results.get(1)).is(FailureReason.CANNOT_UNDERSTAND)).isTrue();
      assertThat(results.get(0)).isInstanceOf(Stored.class);
      assertThat(results.get(2)).isInstanceOf(Stored.class);
    }
    assertThat(indexed()).isEqualTo(2);
  }

  @Test
  void a_batch_that_is_dropped_leaves_no_claim_behind() {
    try (Batch batch = begin(archive(instance -> Kept.as(Change.TAKEN)))) {
      batch.add(incoming(study.first().bytes()));
      assertThat(codings.inForce(study.studyInstanceUid())).isPresent();
    }

    assertThat(codings.inForce(study.studyInstanceUid())).isEmpty();
    assertThat(index.study(study.studyInstanceUid())).isEmpty();
  }

  @Test
  void the_same_instance_again_has_the_same_bytes_in_this_request_and_in_the_next() {
    AnsweringArchive archive = archive(instance -> Kept.as(Change.TAKEN));
    store(archive, List.of(study.first(), study.first()));
    store(archive, List.of(study.first()));
    byte[] first = archive.deliveries().get(0).get(0);

    assertThat(first).isNotEqualTo(study.first().bytes());
    assertThat(archive.deliveries().get(0).get(1)).isEqualTo(first);
    assertThat(archive.deliveries().get(1).get(0)).isEqualTo(first);
  }

  @Test
  void our_own_version_sent_back_keeps_its_bytes_and_the_date_of_the_original() {
    AnsweringArchive archive = archive(instance -> Kept.as(Change.TAKEN));
    store(archive, List.of(study.first()));
    byte[] ours = archive.deliveries().get(0).get(0);
    try (Batch batch = begin(archive)) {
      batch.add(incoming(ours));
      assertThat(((Stored) batch.finish().get(0)).coerced()).isFalse();
    }
    store(archive, List.of(study.first()));

    assertThat(archive.deliveries().get(1).get(0)).isEqualTo(ours);
    assertThat(archive.deliveries().get(2).get(0)).isEqualTo(ours);
  }

  @Test
  void an_index_that_fails_for_one_instance_fails_that_one_alone() {
    StudyIndex whole = index;
    String unlucky = study.first().sopInstanceUid();
    index = FailingIndex.over(whole, unlucky);

    List<StoreResult> results =
        store(archive(instance -> Kept.as(Change.TAKEN)), study.instances());

    assertThat(results).hasSize(4);
    assertThat(results.stream().filter(Stored.class::isInstance)).hasSize(3);
    index = whole;
    assertThat(indexed()).isEqualTo(3);
  }

  private List<StoreResult> store(Archive archive, List<org.radcanon.studies.Instance> instances) {
    try (Batch batch = begin(archive)) {
      instances.forEach(instance -> batch.add(incoming(instance.bytes())));
      return batch.finish();
    }
  }

  private Batch begin(Archive archive) {
    Enricher enricher =
        new Enricher(
            terminology.map(), EnrichmentSettings.defaults("test"), Clock.systemDefaultZone());
    CodingRoom coding =
        new CodingRoom(terminology.map(), terminology.resolver(), enricher, codings);
    return new LineBatch(
        ReadLimits.DEFAULT, coding, inFlight, archive, new Conclusion(coding, index), room);
  }

  private static Incoming incoming(byte[] bytes) {
    return new Incoming(
        new ByteArrayInputStream(bytes), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static AnsweringArchive archive(Function<Instance, Outcome> answer) {
    return new AnsweringArchive(answer);
  }

  private int indexed() {
    return index.study(study.studyInstanceUid()).orElseThrow().instanceCount();
  }
}
