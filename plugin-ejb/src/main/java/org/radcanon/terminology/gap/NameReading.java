package org.radcanon.terminology.gap;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.text.Parser;

/**
 * Published names read by the lexicon, attribute by attribute, and held against the attributes of
 * their concepts. Side, contrast and the modality in front are {@link NameClaims}'s matter.
 *
 * <p>A name contradicts an attribute when nothing that it states of it is one of the concept's
 * values, or broader or narrower than one by the RadLex hierarchy. It says more when the concept
 * has nothing of an attribute that the name states. Names are loosely worded: a value whose words
 * stand in the concept's own labels, or the other way round, is no finding; nor is a region that a
 * focus implies, nor what the canonical form makes of the values.
 */
final class NameReading {

  private static final Set<Attribute> COMPARED =
      EnumSet.complementOf(EnumSet.of(Attribute.LATERALITY, Attribute.CONTRAST));
  private static final Set<Attribute> OF_VIEWS = Set.of(Attribute.VIEW, Attribute.VIEW_COUNT);
  private static final Set<String> WITH_VIEWS = Set.of("RID10345", "RID10357", "RID49582");

  /** LOINC says it of most biopsies, the Playbook of none: the map leaves it out there. */
  private static final String PERCUTANEOUS = "RID11176";

  /** Of "less than 4 views" the lexicon reads the 4. */
  private static final Pattern BOUNDED = Pattern.compile("[<>]|(?i)\\bthan\\b");

  /** Of "single view" it reads the extent as well. */
  private static final String SINGLE = "RID5762";

  private static final String VIEW = "view";

  private final CanonicalMap map;
  private final Parser parser;
  private final Kinship kinship;

  NameReading(CanonicalMap map, Parser parser) {
    this.map = map;
    this.parser = parser;
    this.kinship = new Kinship(map);
  }

  /**
   * An attribute of which a name states something else, or more.
   *
   * @param has the concept's values; empty when the name says more
   */
  record Statement(Attribute attribute, SortedSet<String> said, SortedSet<String> has) {

    boolean more() {
      return has.isEmpty();
    }
  }

  List<Statement> against(String name, Concept concept) {
    StatedName stated = StatedName.read(map, parser, name, values(concept, Attribute.MODALITY));
    List<Statement> found = new ArrayList<>();
    for (Map.Entry<Attribute, SortedSet<String>> entry : stated.values().entrySet()) {
      SortedSet<String> has = values(concept, entry.getKey());
      Statement statement = new Statement(entry.getKey(), entry.getValue(), has);
      if (COMPARED.contains(entry.getKey()) && !covered(statement, stated, concept)) {
        found.add(statement);
      }
    }
    return found;
  }

  /** What is cheap to tell comes first: most names say what the attributes say. */
  private boolean covered(Statement statement, StatedName stated, Concept concept) {
    SortedSet<String> said = statement.said();
    return said.stream().anyMatch(v -> related(v, concept))
        || said.stream().anyMatch(v -> isOwn(v) || isNarrowed(v, stated))
        || said.contains(SINGLE) && LabelWords.of(stated.procedure()).contains(VIEW)
        || isWorded(said, stated, words(concept))
        || !kept(statement, stated, concept)
        || (statement.more() ? unusual(statement, concept) : agrees(statement, stated));
  }

  private boolean isWorded(Set<String> said, StatedName stated, Set<String> words) {
    return said.stream().anyMatch(v -> isIn(v, words) || readIn(v, stated, words));
  }

  /** Whether the canonical form of name and attributes together still has what the name says. */
  private boolean kept(Statement statement, StatedName stated, Concept concept) {
    Set<String> together = concept.values();
    together.removeAll(statement.has());
    together.addAll(stated.all());
    Set<String> formed = map.form().apply(together);
    return formed.containsAll(statement.said())
        && formed.stream().noneMatch(statement.has()::contains);
  }

  private boolean related(String value, Concept concept) {
    return concept.values().stream()
        .anyMatch(
            has ->
                kinship.related(value, has)
                    || map.form().impliedRegions(value).contains(has)
                    || map.form().impliedRegions(has).stream()
                        .anyMatch(region -> kinship.related(value, region)));
  }

  /** What says more only by the way of putting it. */
  private boolean unusual(Statement statement, Concept concept) {
    boolean views = OF_VIEWS.contains(statement.attribute());
    return views && !WITH_VIEWS.containsAll(values(concept, Attribute.MODALITY))
        || statement.said().equals(Set.of(PERCUTANEOUS))
            && concept.attributes().containsKey(Attribute.INTERVENTION);
  }

  private boolean agrees(Statement statement, StatedName stated) {
    Set<String> words = LabelWords.of(stated.procedure());
    return statement.attribute() == Attribute.VIEW_COUNT
            && BOUNDED.matcher(stated.procedure()).find()
        || statement.has().stream().anyMatch(v -> isIn(v, words) || isRest(v, statement, words))
        || statement.said().stream()
            .anyMatch(v -> statement.has().stream().anyMatch(has -> compatible(v, has)));
  }

  /**
   * Whether the name has the words in which a value differs from what was read: "reposition of
   * catheter", read as placement.
   */
  private boolean isRest(String has, Statement statement, Set<String> words) {
    Set<String> rest = LabelWords.of(label(has));
    statement.said().forEach(said -> rest.removeAll(LabelWords.of(label(said))));
    return words.containsAll(rest);
  }

  private boolean compatible(String said, String has) {
    String one = label(said);
    String other = label(has);
    return NameClaims.sameWord(said, has)
        || List.of(other.split("/")).contains(one)
        || ViewRange.of(one).flatMap(a -> ViewRange.of(other).map(a::overlaps)).orElse(false);
  }

  /** LOINC puts the part behind a dot: Skeletal system.axial. */
  private boolean isNarrowed(String value, StatedName stated) {
    return stated.procedure().toLowerCase(Locale.ROOT).contains(label(value) + ".");
  }

  /** Of an own value the RadLex hierarchy does not tell how it lies to others. */
  private boolean isOwn(String value) {
    return map.value(value).filter(AttributeValue::own).isPresent();
  }

  /** Whether a value's label, or its name, is made of these words. */
  private boolean isIn(String value, Set<String> words) {
    return map.value(value)
        .filter(
            v ->
                LabelWords.allIn(LabelWords.of(v.label()), words)
                    || LabelWords.allIn(LabelWords.of(v.name()), words))
        .isPresent();
  }

  private boolean readIn(String value, StatedName stated, Set<String> words) {
    Set<String> from = stated.readFrom().getOrDefault(label(value), Set.of());
    return !from.isEmpty() && words.containsAll(from);
  }

  private Set<String> words(Concept concept) {
    Set<String> words = new HashSet<>();
    for (String id : concept.values()) {
      map.value(id)
          .ifPresent(value -> words.addAll(LabelWords.of(value.label() + " " + value.name())));
    }
    return words;
  }

  private String label(String value) {
    return map.value(value).map(AttributeValue::label).orElse(value);
  }

  String sentence(Statement statement) {
    String attribute = statement.attribute().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "The name says "
        + labels(statement.said())
        + ", the attributes say "
        + (statement.more() ? "no " + attribute : labels(statement.has()));
  }

  private String labels(Set<String> values) {
    return values.stream().map(this::label).collect(Collectors.joining(" and "));
  }

  private static SortedSet<String> values(Concept concept, Attribute attribute) {
    return concept.attributes().getOrDefault(attribute, new TreeSet<>());
  }
}
