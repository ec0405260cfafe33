package org.radcanon.terminology.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.CommittedMap;
import org.radcanon.terminology.reading.Policies.Applied;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;
import org.radcanon.terminology.text.Lexicon;
import org.radcanon.terminology.text.Marks;

/** The built-in policies against one line after the other, and the rules of a line. */
class PoliciesTest {

  private static final Set<String> COLUMNS =
      Set.of("when", "unless", "add", "remove", "reason", "confidence");
  private static final int TRIES = 3000;

  private final Faults faults = new Faults();
  private final Lexicon lexicon =
      Lexicon.read(CommittedMap.TABLES, new MapValues(BuiltIn.MAP), faults);

  private record Line(
      List<String> when,
      List<String> unless,
      List<String> add,
      List<String> remove,
      String reason,
      double confidence) {}

  @Test
  void say_what_one_line_after_the_other_says() {
    Policies policies = Policies.read(BuiltIn.MAP, lexicon, CommittedMap.TABLES, faults);
    List<Line> lines = lines(CommittedMap.TABLES);
    Random random = new Random(4);
    for (int i = 0; i < TRIES; i++) {
      Set<String> said = new TreeSet<>();
      for (int line = 0; line < 1 + random.nextInt(3); line++) {
        said.addAll(lines.get(random.nextInt(lines.size())).when());
        said.addAll(lines.get(random.nextInt(lines.size())).add().stream().limit(1).toList());
      }
      said.removeIf(symbol -> Symbols.isAttribute(symbol) || random.nextInt(8) == 0);

      assertThat(policies.apply(said)).as("%s", said).isEqualTo(slowly(lines, said));
    }
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void a_line_that_wants_nothing_always_applies_and_one_that_takes_an_attribute_takes_all_of_it() {
    Policies policies =
        policies(",CT,@never,,always,0.9\n@never,,,VIEW; @never,views are not said,0.8\n");

    Applied applied = policies.apply(Set.of("RID10345", "RID10424", "RID10455", "@unheard-of"));

    assertThat(applied.values()).containsExactly("RID10345");
    assertThat(applied.reasons()).containsExactly("always", "views are not said");
    assertThat(applied.confidence()).isEqualTo(0.8);
    assertThat(policies.apply(Set.of("RID10321")).reasons()).isEmpty();
  }

  @Test
  void a_line_applies_to_what_a_line_before_it_added_and_none_to_what_a_later_one_adds() {
    Policies policies =
        policies("@b,,@c,,too early,0.5\n@a,,@b,,first,0.9\n@b,,RID10345,,second,0.9\n");

    assertThat(policies.apply(Set.of("@a")).reasons()).containsExactly("first", "second");
  }

  private Policies policies(String rows) {
    byte[] table =
        ("when,unless,add,remove,reason,confidence\n" + rows).getBytes(StandardCharsets.UTF_8);
    TableFolder folder =
        name -> name.equals("lexicon/policies.csv") ? Optional.of(table) : Optional.empty();
    Policies policies = Policies.read(BuiltIn.MAP, lexicon, folder, faults);
    assertThat(faults.list()).isEmpty();
    return policies;
  }

  private List<Line> lines(TableFolder folder) {
    return Stream.of("lexicon/policies-zh.csv", "lexicon/policies.csv")
        .flatMap(name -> Table.read(folder, name, COLUMNS, faults).rows().stream())
        .map(
            row ->
                new Line(
                    symbols(row, "when"),
                    symbols(row, "unless"),
                    symbols(row, "add"),
                    symbols(row, "remove"),
                    row.get("reason"),
                    Double.parseDouble(row.get("confidence"))))
        .toList();
  }

  private List<String> symbols(Row row, String column) {
    List<String> symbols = new ArrayList<>();
    for (String part : row.get(column).split(";")) {
      symbols.addAll(
          Symbols.isAttribute(part.strip())
              ? List.of(part.strip())
              : lexicon.symbols(row, part, faults));
    }
    return symbols;
  }

  private static Applied slowly(List<Line> lines, Set<String> symbols) {
    Set<String> said = new HashSet<>(symbols);
    List<String> reasons = new ArrayList<>();
    double confidence = 1;
    for (Line line : lines) {
      Set<String> all = new HashSet<>(said);
      said.forEach(symbol -> all.add(attribute(symbol)));
      boolean applies = all.containsAll(line.when()) && Collections.disjoint(line.unless(), all);
      boolean doubt = line.add().isEmpty() && line.remove().isEmpty();
      if (applies && (doubt || change(said, line))) {
        confidence = Math.min(confidence, line.confidence());
        reasons.add(line.reason());
      }
    }
    said.removeIf(Marks::isMark);
    return new Applied(said, reasons, confidence);
  }

  private static boolean change(Set<String> said, Line line) {
    boolean removed =
        said.removeIf(s -> line.remove().contains(s) || line.remove().contains(attribute(s)));
    return said.addAll(line.add()) || removed;
  }

  private static String attribute(String symbol) {
    return BuiltIn.MAP
        .value(symbol)
        .flatMap(AttributeValue::attribute)
        .map(Attribute::name)
        .orElse(symbol);
  }
}
