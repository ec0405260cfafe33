package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.radcanon.terminology.Rank;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.build.SourceProcedure.NameKind;
import org.radcanon.terminology.build.SourceProcedure.SourceName;
import org.radcanon.terminology.rimag.Item;
import org.radcanon.terminology.rimag.Rimag;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.TableFolder;

/**
 * The items of the Rimag standard. What a code means follows from its parts ({@link Rimag}); the
 * same holds for a code that the standard does not list, so only the items stand in the tables.
 */
final class RimagSource {

  private final List<SourceProcedure> procedures = new ArrayList<>();
  private final List<Unmapped> notCanonicalised = new ArrayList<>();

  /** Reads the scheme; what is wrong with a table goes to {@code faults}. */
  static SchemeSource read(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    RimagSource source = new RimagSource(folder, vocabulary, faults);
    return new SchemeSource(Rimag.DESIGNATOR, source.procedures, source.notCanonicalised);
  }

  private RimagSource(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    Rimag rimag = Rimag.read(folder, faults);
    for (Item item : rimag.items()) {
      List<String> values = List.copyOf(rimag.values(item.code()));
      if (values.isEmpty()) {
        List<String> terms =
            rimag.validate(item.code()).stream().map(problem -> problem.text()).toList();
        notCanonicalised.add(new Unmapped(item.code(), item.nameZh(), terms));
      } else {
        procedures.add(new SourceProcedure(item.code(), Rank.NORMAL, values, names(item)));
      }
    }
    procedures.sort(Comparator.comparing(SourceProcedure::code));
    notCanonicalised.sort(Comparator.comparing(Unmapped::code));
  }

  private static List<SourceName> names(Item item) {
    List<SourceName> names = new ArrayList<>(2);
    names.add(new SourceName(NameKind.CURATED, item.nameZh()));
    item.nameEn().ifPresent(name -> names.add(new SourceName(NameKind.CURATED, name)));
    return names;
  }
}
