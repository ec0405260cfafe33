package org.radcanon.web.terminology;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;

/** A procedure a row. */
record ConceptsTable(View view) implements Csv.Rows {

  @Override
  public List<String> header() {
    List<String> header = new ArrayList<>(List.of("concept", "name"));
    for (Attribute attribute : Attribute.values()) {
      header.add(attribute.name().toLowerCase(Locale.ROOT));
    }
    header.add("values");
    header.addAll(schemes());
    return header;
  }

  @Override
  public void write(Csv.Sink sink) throws IOException {
    List<String> schemes = schemes();
    for (Concept concept : view.map().concepts()) {
      List<String> row = new ArrayList<>(List.of(concept.code(), concept.name()));
      Arrays.stream(Attribute.values()).map(a -> words(concept, a)).forEach(row::add);
      row.add(
          concept.attributes().values().stream()
              .flatMap(values -> values.stream())
              .sorted()
              .collect(Collectors.joining(" ")));
      schemes.stream().map(scheme -> codes(concept, scheme)).forEach(row::add);
      sink.row(row.toArray(String[]::new));
    }
  }

  private List<String> schemes() {
    return view.map().schemes().stream()
        .map(CodingScheme::designator)
        .filter(designator -> !designator.equals(CanonicalMap.CONCEPT_SCHEME))
        .toList();
  }

  private String words(Concept concept, Attribute attribute) {
    return concept.attributes().getOrDefault(attribute, Tables.NOTHING).stream()
        .map(new Labels(view.map())::of)
        .collect(Collectors.joining(" + "));
  }

  private static String codes(Concept concept, String scheme) {
    return concept.codes().getOrDefault(scheme, List.of()).stream()
        .map(Code::value)
        .collect(Collectors.joining(" "));
  }
}
