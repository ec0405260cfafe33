package org.radcanon.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.radcanon.enrichment.Enricher;
import org.radcanon.index.CodingRecord;
import org.radcanon.index.CodingStore;
import org.radcanon.index.CodingStore.CaseKind;
import org.radcanon.index.CodingStore.CaseRecord;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.live.Terminology;
import org.radcanon.terminology.site.SiteMapRow;
import org.radcanon.terminology.table.TableException;

/** The desk, over the cases of the index and the site map's file. */
@ApplicationScoped
class SiteMapDesk implements CaseDesk {

  private static final int PAGE = 200;

  private CodingStore store;
  private Terminology terminology;
  private Enricher enricher;

  /** For the container's proxy. */
  protected SiteMapDesk() {}

  @Inject
  SiteMapDesk(CodingStore store, Terminology terminology, Enricher enricher) {
    this.store = store;
    this.terminology = terminology;
    this.enricher = enricher;
  }

  @Override
  public List<CaseRecord> cases(boolean open, int limit, int offset) {
    return store.cases(open, limit, offset);
  }

  @Override
  public long countCases(boolean open) {
    return store.countCases(open);
  }

  @Override
  public Concept addSiteMapRow(SiteMapRow row) {
    try {
      Concept concept = terminology.append(row);
      IntakeLog.LOG.siteMapInForce(terminology.siteMap().size());
      return concept;
    } catch (TableException e) {
      throw new SiteMapException(e.getMessage());
    }
  }

  @Override
  public int reloadSiteMap() {
    try {
      int lines = terminology.reload();
      IntakeLog.LOG.siteMapInForce(lines);
      return lines;
    } catch (TableException e) {
      IntakeLog.LOG.siteMapRefused(e.getMessage());
      throw new SiteMapException(e.getMessage());
    }
  }

  @Override
  public Outcome resolveAgain() {
    int looked = 0;
    int resolved = 0;
    long last = 0;
    List<CaseRecord> page = store.openCases(CaseKind.UNRESOLVED, last, PAGE);
    while (!page.isEmpty()) {
      for (CaseRecord open : page) {
        looked++;
        resolved += resolves(open) ? 1 : 0;
        last = open.id();
      }
      page = store.openCases(CaseKind.UNRESOLVED, last, PAGE);
    }
    IntakeLog.LOG.resolvedAgain(looked, resolved);
    return new Outcome(looked, resolved);
  }

  @Override
  public void settle(long caseId, boolean takeProposed) {
    CaseRecord found = store.findCase(caseId).orElseThrow(() -> new UnknownCaseException(caseId));
    CodingRecord proposed =
        found
            .what()
            .proposed()
            .filter(p -> found.what().kind() != CaseKind.UNRESOLVED)
            .orElseThrow(
                () ->
                    new CaseStateException(
                        "Case " + caseId + " is decided by a line of the site map."));
    String code = proposed.concept() + " by " + proposed.basis();
    boolean closed =
        store.decide(
            found,
            takeProposed ? Optional.of(proposed) : Optional.empty(),
            takeProposed
                ? "decided by a person: the proposed code is taken, " + code
                : "decided by a person: the code in force is kept, not " + code);
    if (!closed) {
      throw new CaseStateException("Case " + caseId + " is already closed.");
    }
    IntakeLog.LOG.caseSettled(caseId, takeProposed ? "taken" : "not taken");
  }

  private boolean resolves(CaseRecord open) {
    String study = open.what().studyUid();
    return enricher
        .certain(terminology.resolver().resolve(open.what().evidence()))
        .map(
            coding -> {
              CodingRecord inForce = store.claim(study, CodingRoom.record(coding));
              store.closeCases(
                  study,
                  CaseKind.UNRESOLVED,
                  "resolved again: " + inForce.concept() + " by " + inForce.basis());
              return true;
            })
        .orElse(false);
  }
}
