package org.radcanon.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.radcanon.index.CodingStore.CaseGroup;
import org.radcanon.index.CodingStore.CaseKind;
import org.radcanon.index.CodingStore.CaseRecord;
import org.radcanon.index.CodingStore.NewCase;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.ProcedureEvidence.SourcedCode;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.Resolution.Basis;

/** What every database must do for the codes in force and the cases. */
abstract class CodingStoreContract {
  private static final String STUDY = "1.2.3";
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final CodingRecord TEXT =
      new CodingRecord("C1", Basis.TEXT, 0.95, List.of("StudyDescription: equal to a name", ""));
  private static final CodingRecord CODE =
      new CodingRecord("C2", Basis.CODE, 1, List.of("RequestedProcedureCodeSequence: known"));

  private CodingStore store;

  abstract TestDatabase database();

  @BeforeEach
  void startEmpty() {
    database().empty();
    store = onAnotherNode();
  }

  private CodingStore onAnotherNode() {
    return new JpaCodingStore(
        database().entityManager(),
        new IndexTransactions(database()),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void a_study_that_nobody_coded_has_no_code_in_force() {
    assertThat(store.inForce(STUDY)).isEmpty();
  }

  @Test
  void the_first_claim_wins_and_the_loser_reads_the_winner() {
    assertThat(store.claim(STUDY, TEXT)).isEqualTo(TEXT);
    assertThat(store.claim(STUDY, CODE)).isEqualTo(TEXT);
    assertThat(store.inForce(STUDY)).contains(TEXT);
  }

  @Test
  void of_many_claims_at_the_same_moment_on_two_nodes_all_read_the_same_winner() {
    CodingStore other = onAnotherNode();
    for (int round = 0; round < 10; round++) {
      String study = "1.2." + round;
      List<CodingRecord> answers =
          atOnce(8, i -> (i % 2 == 0 ? store : other).claim(study, claimOf(i)));
      assertThat(Set.copyOf(answers)).hasSize(1);
      assertThat(store.inForce(study)).contains(answers.get(0));
    }
  }

  @Test
  void a_claim_is_taken_back_while_the_index_has_no_instance() {
    store.claim(STUDY, TEXT);
    store.release(STUDY);
    assertThat(store.inForce(STUDY)).isEmpty();
    assertThat(store.claim(STUDY, CODE)).isEqualTo(CODE);
  }

  @Test
  void a_decided_code_replaces_the_one_in_force() {
    store.claim(STUDY, TEXT);
    store.replace(STUDY, CODE);
    assertThat(store.inForce(STUDY)).contains(CODE);
  }

  @Test
  void a_case_comes_back_with_its_evidence_exactly_as_it_was() {
    NewCase opened = unresolved(STUDY, evidence("CT Schädel 頭部", Optional.of("")));
    store.openCase(opened);
    CaseRecord found = store.cases(true, 10, 0).get(0);
    assertThat(found.what()).isEqualTo(opened);
    assertThat(found.opened()).isEqualTo(NOW);
    assertThat(found.closed()).isEmpty();
    assertThat(found.how()).isEmpty();
  }

  @Test
  void a_study_that_got_its_code_meanwhile_is_no_case_for_want_of_one() {
    store.claim(STUDY, TEXT);

    store.openCase(unresolved(STUDY, evidence("x", Optional.empty())));
    store.openCaseIfNone(unresolved(STUDY, evidence("x", Optional.empty())));

    assertThat(store.cases(true, 10, 0)).isEmpty();
  }

  @Test
  void a_case_keeps_the_code_that_was_proposed_against_the_one_in_force() {
    NewCase better =
        new NewCase(
            STUDY,
            CaseKind.BETTER_BASIS,
            "a code says otherwise",
            evidence("x", Optional.empty()),
            List.of(),
            List.of(),
            Optional.of(CODE));
    store.openCase(better);
    assertThat(store.cases(true, 10, 0)).extracting(CaseRecord::what).containsExactly(better);
  }

  @Test
  void a_study_has_one_open_case_of_a_kind_which_is_refreshed() {
    store.openCase(unresolved(STUDY, evidence("first", Optional.of("AE"))));
    long id = store.cases(true, 10, 0).get(0).id();
    NewCase later = unresolved(STUDY, evidence("second", Optional.empty()));
    store.openCase(later);
    assertThat(store.cases(true, 10, 0))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.id()).isEqualTo(id);
              assertThat(c.what()).isEqualTo(later);
            });
    assertThat(store.countCases(true)).isEqualTo(1);
  }

  @Test
  void one_open_case_is_left_of_many_opened_at_the_same_moment() {
    CodingStore other = onAnotherNode();
    atOnce(
        8,
        i -> {
          (i % 2 == 0 ? store : other)
              .openCase(unresolved(STUDY, evidence("text " + i, Optional.empty())));
          return i;
        });
    assertThat(store.countCases(true)).isEqualTo(1);
  }

  @Test
  void a_closed_case_is_kept_with_how_and_another_one_may_open() {
    store.openCase(unresolved(STUDY, evidence("text", Optional.empty())));
    store.closeCases(STUDY, CaseKind.CONFLICT, "not this kind");
    assertThat(store.countCases(true)).isEqualTo(1);
    store.closeCases(STUDY, CaseKind.UNRESOLVED, "site map");
    assertThat(store.countCases(true)).isZero();
    assertThat(store.cases(false, 10, 0))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.closed()).contains(NOW);
              assertThat(c.how()).contains("site map");
            });
    store.openCase(unresolved(STUDY, evidence("text", Optional.empty())));
    assertThat(store.countCases(true)).isEqualTo(1);
    assertThat(store.countCases(false)).isEqualTo(1);
  }

  @Test
  void a_case_is_decided_once_together_with_the_code() {
    openCasesOf(STUDY, "1.2.4");
    store.claim(STUDY, TEXT);
    CaseRecord open =
        store.findCase(store.openCases(CaseKind.UNRESOLVED, 0, 1).get(0).id()).orElseThrow();

    assertThat(store.decide(open, Optional.of(CODE), "taken")).isTrue();
    assertThat(store.decide(open, Optional.of(TEXT), "too late")).isFalse();

    assertThat(store.inForce(STUDY)).contains(CODE);
    assertThat(store.findCase(open.id()).orElseThrow().how()).contains("taken");
    assertThat(studies(store.cases(true, 9, 0))).containsExactly("1.2.4");
    assertThat(store.findCase(open.id() + 100)).isEmpty();
  }

  @Test
  void a_case_that_was_opened_anew_is_not_decided_by_the_old_one() {
    openCasesOf(STUDY);
    CaseRecord old = store.cases(true, 1, 0).get(0);
    assertThat(store.decide(old, Optional.empty(), "kept")).isTrue();
    openCasesOf(STUDY);

    assertThat(store.decide(old, Optional.of(CODE), "again")).isFalse();

    assertThat(store.countCases(true)).isEqualTo(1);
    assertThat(store.inForce(STUDY)).isEmpty();
  }

  @Test
  void cases_come_newest_first_page_by_page() {
    openCasesOf("1.1", "1.2", "1.3");
    assertThat(studies(store.cases(true, 2, 0))).containsExactly("1.3", "1.2");
    assertThat(studies(store.cases(true, 2, 2))).containsExactly("1.1");
  }

  @Test
  void open_cases_of_a_kind_are_walked_oldest_first_though_they_close_meanwhile() {
    openCasesOf("1.1", "1.2", "1.3");
    List<CaseRecord> first = store.openCases(CaseKind.UNRESOLVED, 0, 2);
    store.closeCases("1.1", CaseKind.UNRESOLVED, "resolved");
    assertThat(studies(first)).containsExactly("1.1", "1.2");
    assertThat(studies(store.openCases(CaseKind.UNRESOLVED, first.get(1).id(), 2)))
        .containsExactly("1.3");
    assertThat(store.openCases(CaseKind.CONFLICT, 0, 2)).isEmpty();
  }

  @Test
  void open_cases_with_like_evidence_are_one_group_the_largest_first() {
    store.openCase(unresolved("1.1", evidence("Rare", Optional.empty())));
    store.openCase(unresolved("1.2", evidence("Often", Optional.of("A"))));
    store.openCase(unresolved("1.3", evidence(" OFTEN", Optional.of("B"))));
    List<CaseGroup> groups = store.openGroups(CaseKind.UNRESOLVED, 10, 0);
    assertThat(groups).extracting(CaseGroup::studies).containsExactly(2L, 1L);
    assertThat(groups.get(0).newest().what().studyUid()).isEqualTo("1.3");
    assertThat(store.openGroups(CaseKind.UNRESOLVED, 10, 2)).isEmpty();
  }

  private void openCasesOf(String... studies) {
    for (String study : studies) {
      store.openCase(unresolved(study, evidence("text", Optional.empty())));
    }
  }

  private static List<String> studies(List<CaseRecord> cases) {
    return cases.stream().map(c -> c.what().studyUid()).toList();
  }

  private static CodingRecord claimOf(int i) {
    return new CodingRecord("C" + i, Basis.TEXT, 0.5, List.of("thread " + i));
  }

  private static NewCase unresolved(String study, ProcedureEvidence evidence) {
    return new NewCase(
        study,
        CaseKind.UNRESOLVED,
        "two concepts fit equally",
        evidence,
        List.of("StudyDescription: two names", "none chosen"),
        List.of("C9", "C3"),
        Optional.empty());
  }

  private static ProcedureEvidence evidence(String text, Optional<String> aeTitle) {
    return new ProcedureEvidence(
        List.of(
            new SourcedCode("ProcedureCodeSequence", new Code("B", "99LOCAL", "b")),
            new SourcedCode("ProcedureCodeSequence", new Code("A", "99LOCAL", ""))),
        List.of(
            new SourcedText("StudyDescription", text),
            new SourcedText("SeriesDescription", "axial")),
        Set.of("CT", "PT"),
        List.of(new SourcedText("BodyPartExamined", "HEAD")),
        new Origin(Optional.of("St. Elsewhere"), Optional.empty(), aeTitle));
  }

  /** Runs a task on as many threads at once, and gives what they give. */
  static <T> List<T> atOnce(int threads, java.util.function.IntFunction<T> task) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<T>> tasks =
          IntStream.range(0, threads).<Callable<T>>mapToObj(i -> () -> task.apply(i)).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      pool.shutdown();
    }
  }
}
