package org.radcanon.terminology.resolve;

import java.util.ArrayList;
import java.util.List;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolution.Basis;
import org.radcanon.terminology.Resolution.Resolved;
import org.radcanon.terminology.Resolution.Unresolved;
import org.radcanon.terminology.Resolver;
import org.radcanon.terminology.reading.Hints;
import org.radcanon.terminology.reading.TextReader;
import org.radcanon.terminology.relation.PairRelations;
import org.radcanon.terminology.site.SiteMap;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.TableException;
import org.radcanon.terminology.table.TableFolder;

/** The ways of resolving, most trusted first: known codes, the site map, text. */
public final class EvidenceResolver implements Resolver {

  private final CodeStep codes;
  private final SiteMapStep siteMap;
  private final TextStep texts;
  private final Objections objections;

  private EvidenceResolver(CanonicalMap map, SiteMap siteMap, TextReader reader) {
    PairRelations pairs = new PairRelations(map);
    this.codes = new CodeStep(map, pairs);
    this.siteMap = new SiteMapStep(siteMap, reader::decides);
    this.objections = new Objections(map, reader);
    this.texts = new TextStep(reader, objections, pairs);
  }

  /** A resolver over a map with the built-in lexicon and without a site map. */
  public static Resolver of(CanonicalMap map) {
    return of(map, SiteMap.EMPTY, CanonicalMap.builtInTables());
  }

  /**
   * A resolver over a map, a site map, and the lexicon in the folder {@code lexicon/} of the
   * tables.
   *
   * @throws TableException when a table of the lexicon is refused
   */
  public static Resolver of(CanonicalMap map, SiteMap siteMap, TableFolder tables) {
    Faults faults = new Faults();
    TextReader reader = TextReader.read(map, tables, faults);
    faults.refuseIfAny();
    return of(map, siteMap, reader);
  }

  /** As {@link #of(CanonicalMap, SiteMap, TableFolder)}, where the lexicon is read already. */
  public static Resolver of(CanonicalMap map, SiteMap siteMap, TextReader reader) {
    return new EvidenceResolver(map, siteMap, reader);
  }

  @Override
  public Resolution resolve(ProcedureEvidence evidence) {
    List<String> lines = new ArrayList<>();
    Step byCode = codes.decide(evidence, lines);
    if (byCode instanceof Step.Found found) {
      return resolved(coded(found, evidence, lines), Basis.CODE, lines);
    }
    Step bySite = siteMap.decide(evidence, lines);
    if (bySite instanceof Step.Found found) {
      List<String> side =
          Objections.side(found.concept(), new Hints(evidence.hints()), "the site map").stream()
              .toList();
      return resolved(weighed(found, side, CodeStep.CONTRADICTED, lines), Basis.SITE_MAP, lines);
    }
    for (Step contradicting : List.of(byCode, bySite)) {
      if (contradicting instanceof Step.Contradiction contradiction) {
        return unresolved(contradiction, lines);
      }
    }
    Step byText = texts.decide(evidence, lines);
    if (byText instanceof Step.Found found) {
      return resolved(found, Basis.TEXT, lines);
    }
    return unresolved(byText, lines);
  }

  private Step.Found coded(Step.Found found, ProcedureEvidence evidence, List<String> lines) {
    List<String> all = objections.toCoded(found.concept(), evidence);
    List<String> places = objections.places(found.concept(), evidence);
    return weighed(
        weighed(found, all, CodeStep.CONTRADICTED, lines),
        places,
        CodeStep.PLACED_ELSEWHERE,
        lines);
  }

  private static Step.Found weighed(
      Step.Found found, List<String> objections, double most, List<String> lines) {
    if (objections.isEmpty()) {
      return found;
    }
    lines.addAll(objections);
    double confidence = Math.min(found.confidence(), most);
    return new Step.Found(found.concept(), confidence, found.notUnderstood(), found.runnersUp());
  }

  private static Resolution resolved(Step.Found found, Basis basis, List<String> lines) {
    return new Resolved(
        found.concept(),
        basis,
        found.confidence(),
        lines,
        found.notUnderstood(),
        found.runnersUp());
  }

  private static Resolution unresolved(Step step, List<String> lines) {
    if (step instanceof Step.Contradiction contradiction) {
      return new Unresolved(contradiction.reason(), lines, List.of(), contradiction.candidates());
    }
    Step.Open open = (Step.Open) step;
    return new Unresolved(open.reason(), lines, open.notUnderstood(), open.candidates());
  }
}
