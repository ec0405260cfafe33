package org.radcanon.web.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.index.CodingRecord;
import org.radcanon.index.CodingStore;
import org.radcanon.index.CodingStore.CaseKind;
import org.radcanon.index.CodingStore.CaseRecord;
import org.radcanon.index.CodingStore.NewCase;
import org.radcanon.intake.CaseDesk;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.ProcedureEvidence.SourcedCode;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.site.SiteMapRow;

/** A desk with cases in memory; a line closes the cases whose text or code it names. */
final class FakeDesk implements CaseDesk {
  final List<CaseRecord> cases = new ArrayList<>();
  final List<SiteMapRow> rows = new ArrayList<>();
  private final CanonicalMap map;

  FakeDesk(CanonicalMap map) {
    this.map = map;
  }

  /** A case about a study that says this text. */
  FakeDesk withCase(long id, String text, String... candidates) {
    return with(id, CaseKind.UNRESOLVED, Optional.empty(), text, candidates);
  }

  /** A case in which another code is proposed against the one in force. */
  FakeDesk withContradiction(long id, CaseKind kind, CodingRecord proposed) {
    return with(id, kind, Optional.of(proposed), "CT THORAX");
  }

  private FakeDesk with(
      long id, CaseKind kind, Optional<CodingRecord> proposed, String text, String... candidates) {
    ProcedureEvidence evidence =
        new ProcedureEvidence(
            List.of(new SourcedCode("ProcedureCodeSequence", new Code("X1", "99LOCAL", text))),
            List.of(new SourcedText("StudyDescription", text)),
            Set.of("CT"),
            List.of(),
            new Origin(Optional.of("St. Elsewhere"), Optional.empty(), Optional.of("CT_1")));
    NewCase what =
        new NewCase(
            "1.2." + id,
            kind,
            "Nothing explains \u201C" + text + "\u201D.",
            evidence,
            List.of("StudyDescription: " + text),
            List.of(candidates),
            proposed);
    Instant opened = Instant.parse("2026-11-01T08:00:00Z").plusSeconds(60 * id);
    cases.add(new CaseRecord(id, what, opened, Optional.empty(), Optional.empty()));
    return this;
  }

  @Override
  public List<CaseRecord> cases(boolean open, int limit, int offset) {
    return cases.stream()
        .filter(c -> c.closed().isEmpty() == open)
        .sorted(Comparator.comparing(CaseRecord::opened).reversed())
        .skip(offset)
        .limit(limit)
        .toList();
  }

  @Override
  public long countCases(boolean open) {
    return cases.stream().filter(c -> c.closed().isEmpty() == open).count();
  }

  @Override
  public Concept addSiteMapRow(SiteMapRow row) {
    rows.add(row);
    return map.byCode(row.target().scheme(), row.target().value())
        .orElseThrow(() -> new SiteMapException("the target is not in the canonical map."));
  }

  @Override
  public int reloadSiteMap() {
    return rows.size();
  }

  @Override
  public Outcome resolveAgain() {
    List<CaseRecord> open = cases.stream().filter(c -> c.closed().isEmpty()).toList();
    List<CaseRecord> solved = open.stream().filter(this::isSolved).toList();
    solved.forEach(c -> close(c, "site map"));
    return new Outcome(open.size(), solved.size());
  }

  @Override
  public void settle(long caseId, boolean takeProposed) {
    CaseRecord found =
        cases.stream()
            .filter(c -> c.id() == caseId)
            .findFirst()
            .orElseThrow(() -> new UnknownCaseException(caseId));
    if (found.closed().isPresent()) {
      throw new CaseStateException("Case " + caseId + " is already closed.");
    }
    close(found, takeProposed ? "taken" : "kept");
  }

  private void close(CaseRecord open, String how) {
    cases.remove(open);
    cases.add(
        new CaseRecord(
            open.id(),
            open.what(),
            open.opened(),
            Optional.of(Instant.parse("2026-11-02T08:00:00Z")),
            Optional.of(how)));
  }

  private boolean isSolved(CaseRecord record) {
    List<SourcedText> texts = record.what().evidence().texts();
    return rows.stream()
        .anyMatch(
            row -> texts.stream().anyMatch(t -> row.text().filter(t.text()::equals).isPresent()));
  }

  /** Codings in force, as far as reading goes. */
  static final class Codings {
    private Codings() {}

    static CodingStore of(String study, CodingRecord coding) {
      return (CodingStore)
          java.lang.reflect.Proxy.newProxyInstance(
              CodingStore.class.getClassLoader(),
              new Class<?>[] {CodingStore.class},
              (proxy, method, arguments) -> {
                if (!method.getName().equals("inForce")) {
                  throw new UnsupportedOperationException(method.getName());
                }
                return arguments[0].equals(study) ? Optional.of(coding) : Optional.empty();
              });
    }
  }
}
