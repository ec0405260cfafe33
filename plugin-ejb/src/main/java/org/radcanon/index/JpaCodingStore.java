package org.radcanon.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The codes in force and the cases, in the index's database. Every write is a transaction of its
 * own, so that what one node decided stands before another is told.
 */
@ApplicationScoped
@Typed(CodingStore.class)
class JpaCodingStore implements CodingStore {
  private final EntityManager em;
  private final IndexTransactions transactions;
  private final Codings codings;
  private final Clock clock;

  @Inject
  JpaCodingStore(@IndexDatabase EntityManager em, IndexTransactions transactions) {
    this(em, transactions, Clock.systemUTC());
  }

  JpaCodingStore(EntityManager em, IndexTransactions transactions, Clock clock) {
    this.em = em;
    this.transactions = transactions;
    this.clock = clock;
    codings = new Codings(em);
  }

  @Override
  public Optional<CodingRecord> inForce(String studyUid) {
    return transactions.in(
        () ->
            Optional.ofNullable(em.find(CodingEntity.class, studyUid))
                .flatMap(CodingEntity::inForce));
  }

  @Override
  public Known known(String studyUid, String seriesUid, String sopInstanceUid) {
    return transactions.in(() -> codings.known(studyUid, seriesUid, sopInstanceUid));
  }

  @Override
  public CodingRecord claim(String studyUid, CodingRecord proposed) {
    return transactions.inNew(
        List.of(studyUid),
        () -> {
          CodingEntity coding = codings.locked(studyUid);
          if (coding.inForce().isEmpty()) {
            codings.put(coding, studyUid, proposed, now());
          }
          return coding.inForce().orElseThrow();
        });
  }

  @Override
  public void release(String studyUid) {
    transactions.inNew(
        List.of(studyUid),
        () -> {
          CodingEntity coding = codings.locked(studyUid);
          if (!isIndexed(studyUid)) {
            coding.clear();
          }
          em.flush();
          return true;
        });
  }

  @Override
  public void replace(String studyUid, CodingRecord decided) {
    transactions.inNew(
        List.of(studyUid),
        () -> {
          codings.put(codings.locked(studyUid), studyUid, decided, now());
          return true;
        });
  }

  @Override
  public void openCase(NewCase newCase) {
    openCase(newCase, open -> open.refresh(newCase));
  }

  @Override
  public void openCaseIfNone(NewCase newCase) {
    openCase(newCase, open -> {});
  }

  /** What another instance resolved meanwhile is no case for want of a code any more. */
  private void openCase(NewCase newCase, Consumer<CaseEntity> whenOpen) {
    transactions.inNew(
        List.of(newCase.studyUid()),
        () -> {
          CodingEntity coding = codings.locked(newCase.studyUid());
          if (newCase.kind() != CaseKind.UNRESOLVED || coding.inForce().isEmpty()) {
            findOpen(newCase.studyUid(), newCase.kind())
                .ifPresentOrElse(whenOpen, () -> em.persist(new CaseEntity(newCase, now())));
          }
          em.flush();
          return true;
        });
  }

  @Override
  public void closeCases(String studyUid, CaseKind kind, String how) {
    transactions.inNew(
        List.of(studyUid),
        () -> {
          findOpen(studyUid, kind).ifPresent(open -> open.close(now(), how));
          em.flush();
          return true;
        });
  }

  @Override
  public Optional<CaseRecord> findCase(long id) {
    return transactions.in(
        () -> Optional.ofNullable(em.find(CaseEntity.class, id)).map(CaseEntity::toRecord));
  }

  @Override
  public boolean decide(CaseRecord open, Optional<CodingRecord> decided, String how) {
    String studyUid = open.what().studyUid();
    return transactions.inNew(
        List.of(studyUid),
        () -> {
          CodingEntity coding = codings.locked(studyUid);
          Optional<CaseEntity> found =
              findOpen(studyUid, open.what().kind()).filter(c -> c.toRecord().id() == open.id());
          found.ifPresent(
              c -> {
                decided.ifPresent(code -> codings.put(coding, studyUid, code, now()));
                c.close(now(), how);
              });
          em.flush();
          return found.isPresent();
        });
  }

  @Override
  public List<CaseRecord> cases(boolean open, int limit, int offset) {
    return transactions.in(
        () ->
            records(
                em.createQuery(
                        "select c from CaseEntity c where c.closed is "
                            + (open ? "null" : "not null")
                            + " order by c.id desc",
                        CaseEntity.class)
                    .setFirstResult(offset)
                    .setMaxResults(limit)));
  }

  @Override
  public long countCases(boolean open) {
    return transactions.in(
        () ->
            em.createQuery(
                    "select count(c) from CaseEntity c where c.closed is "
                        + (open ? "null" : "not null"),
                    Long.class)
                .getSingleResult());
  }

  @Override
  public List<CaseRecord> openCases(CaseKind kind, long afterId, int limit) {
    return transactions.in(
        () ->
            records(
                em.createQuery(
                        """
                        select c from CaseEntity c
                        where c.closed is null and c.kind = :kind and c.id > :after order by c.id
                        """,
                        CaseEntity.class)
                    .setParameter("kind", kind.name())
                    .setParameter("after", afterId)
                    .setMaxResults(limit)));
  }

  @Override
  public List<CaseGroup> openGroups(CaseKind kind, int limit, int offset) {
    return transactions.in(
        () -> {
          List<Object[]> groups =
              em.createQuery(
                      """
                      select max(c.id), count(c.id) from CaseEntity c
                      where c.closed is null and c.kind = :kind
                      group by c.likeness order by count(c.id) desc, max(c.id) desc
                      """,
                      Object[].class)
                  .setParameter("kind", kind.name())
                  .setFirstResult(offset)
                  .setMaxResults(limit)
                  .getResultList();
          Map<Long, CaseRecord> newest =
              records(
                      em.createQuery(
                              "select c from CaseEntity c where c.id in (:ids)", CaseEntity.class)
                          .setParameter("ids", groups.stream().map(g -> (Long) g[0]).toList()))
                  .stream()
                  .collect(Collectors.toMap(CaseRecord::id, Function.identity()));
          return groups.stream()
              .map(g -> new CaseGroup(newest.get((Long) g[0]), (Long) g[1]))
              .toList();
        });
  }

  private boolean isIndexed(String studyUid) {
    return em.createQuery("select count(s) from StudyEntity s where s.uid = :uid", Long.class)
            .setParameter("uid", studyUid)
            .getSingleResult()
        > 0;
  }

  private Optional<CaseEntity> findOpen(String studyUid, CaseKind kind) {
    return em.createQuery("select c from CaseEntity c where c.openKey = :key", CaseEntity.class)
        .setParameter("key", CaseEntity.openKey(studyUid, kind))
        .getResultStream()
        .findFirst();
  }

  private static List<CaseRecord> records(TypedQuery<CaseEntity> query) {
    return query.getResultList().stream().map(CaseEntity::toRecord).toList();
  }

  /** To the microsecond, which is what every database keeps. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
