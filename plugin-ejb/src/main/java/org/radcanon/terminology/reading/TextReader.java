package org.radcanon.terminology.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.reading.StudyModalities.Choice;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;
import org.radcanon.terminology.text.Lexicon;
import org.radcanon.terminology.text.Parsed;
import org.radcanon.terminology.text.Parser;

/**
 * Reads one description: into attribute values by the lexicon, then what the department means by
 * them by the policies, then the procedure that has exactly these values, or the nearest. A
 * published name that the text equals is evidence beside that, never instead.
 */
public final class TextReader {

  private static final int QUOTED = 80;
  private static final String PROJECTION = "RID10345";

  private final CanonicalMap map;
  private final Homes homes;
  private final Parser parser;
  private final StudyModalities modalities;
  private final Policies policies;
  private final ConceptChoice choice;
  private final Places places;
  private final Set<String> deciding = new HashSet<>();

  private TextReader(
      CanonicalMap map,
      Parser parser,
      StudyModalities modalities,
      Policies policies,
      Circumstances circumstances) {
    this.map = map;
    this.homes = new Homes(map.values());
    this.parser = parser;
    this.modalities = modalities;
    this.policies = policies;
    this.choice = new ConceptChoice(map, homes, circumstances);
    this.places = new Places(map, homes, parser);
  }

  /** Reads the lexicon; what is wrong with it goes to {@code faults}. */
  public static TextReader read(CanonicalMap map, TableFolder folder, Faults faults) {
    Lexicon lexicon = Lexicon.read(folder, new MapValues(map), faults);
    TextReader reader =
        new TextReader(
            map,
            new Parser(lexicon),
            StudyModalities.read(map, folder, faults),
            Policies.read(map, lexicon, folder, faults),
            Circumstances.read(map, lexicon, folder, faults));
    Table sources =
        Table.read(folder, "lexicon/text-sources.csv", Set.of("keyword", "decides"), faults);
    for (Row row : sources) {
      if (row.get("decides").equals("Y")) {
        reader.deciding.add(row.get("keyword"));
      }
    }
    return reader;
  }

  /** What the words of a text say, before any policy. */
  public Parser parser() {
    return parser;
  }

  /** Whether texts of this source (a keyword, or a path that ends in it) may decide a study. */
  public boolean decides(String source) {
    return deciding.contains(source.substring(source.lastIndexOf('.') + 1));
  }

  /** Whether a study of these acquisitions may be of a modality (RID). */
  public boolean mayBe(Set<String> dicom, String modality) {
    return modalities.mayBe(dicom, modality);
  }

  /** Whether one of some regions and foci is, or lies in, one of the others. */
  public boolean placesMeet(Set<String> some, Set<String> others) {
    return places.meet(some, others);
  }

  /** What attributes of the header say of the part of the body, and lies elsewhere. */
  public List<SourcedText> placesElsewhere(Hints hints, Set<String> said) {
    return hints.places().stream()
        .filter(hint -> elsewhere(places.said(hint, Set.of()), said))
        .toList();
  }

  private boolean elsewhere(Set<String> there, Set<String> said) {
    return !there.isEmpty() && !places.meet(there, said);
  }

  /**
   * What a description comes to.
   *
   * @param dicom Modality (0008,0060) of the acquisitions
   */
  public Reading read(String text, Set<String> dicom, Hints hints) {
    Choice usual = modalities.choose(dicom, Set.of());
    Parsed parsed = parser.parse(text, usual.set());
    Choice chosen = modalities.choose(dicom, parsed.modalities());
    if (chosen.modality().isEmpty()) {
      chosen = projection(parser.parse(text, Set.of(PROJECTION)));
    }
    if (!chosen.set().equals(usual.set())) {
      parsed = parser.parse(text, chosen.set());
    }
    Said said = said(parsed, chosen, hints);
    String quoted = "\"" + text.substring(0, Math.min(QUOTED, text.length())).strip() + "\"";
    Reading reading = choice.choose(text, said, quoted, m -> modalities.mayBe(dicom, m));
    return chosen.fits() ? reading : reading.ofAnotherModality(dicom);
  }

  /** No modality is known or named: views are those of projection radiography. */
  private Choice projection(Parsed parsed) {
    boolean views =
        homes.any(parsed.symbols(), Attribute.VIEW)
            || homes.any(parsed.symbols(), Attribute.VIEW_COUNT);
    return new Choice(views ? Optional.of(PROJECTION) : Optional.empty(), true, false);
  }

  /** A policy may say of what modality a procedure is: what intervention is done in an XA room. */
  private Optional<String> modalityOf(Policies.Applied applied, Optional<String> chosen) {
    SortedSet<String> said = homes.of(applied.values(), Attribute.MODALITY);
    return said.isEmpty() ? chosen : Optional.of(said.first());
  }

  private Said said(Parsed parsed, Choice chosen, Hints hints) {
    Set<String> symbols = new HashSet<>(parsed.symbols());
    Gaps gaps = new Gaps(homes, places, hints, chosen.set());
    gaps.fill(symbols);
    Optional<String> modality = chosen.modality();
    modality.ifPresent(symbols::add);
    Policies.Applied applied = policies.apply(symbols);
    return new Said(parsed, modalityOf(applied, modality), chosen.usual(), applied, gaps);
  }
}
