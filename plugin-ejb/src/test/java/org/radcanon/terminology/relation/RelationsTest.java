package org.radcanon.terminology.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.relation.Relations.Kind;

class RelationsTest {

  private static final Relations RELATIONS = Relations.of(BuiltIn.MAP);

  private static final String CT = "RID10321";
  private static final String CHEST = "RID1243";
  private static final String ABDOMEN = "RID56";
  private static final String LIVER = "RID58";
  private static final String XR = "RID10345";
  private static final String ARM = "RID1850";
  private static final String FINGER = "RID2391";
  private static final String THUMB = "RID2392";
  private static final String WITHOUT = "RID28768";
  private static final String WITH = "RID28769";
  private static final String BOTH = "RID28771";

  private static Concept concept(String... values) {
    return BuiltIn.MAP.withValues(Set.of(values)).orElseThrow();
  }

  @Test
  void a_concept_that_says_more_is_narrower() {
    Concept plain = concept(CT, CHEST);
    Concept contrast = concept(CT, CHEST, WITH);

    assertThat(RELATIONS.between(plain, contrast)).isEqualTo(Kind.NARROWER);
    assertThat(RELATIONS.between(contrast, plain)).isEqualTo(Kind.BROADER);
    assertThat(RELATIONS.between(contrast, contrast)).isEqualTo(Kind.EQUIVALENT);
    assertThat(RELATIONS.between(contrast, concept(CT, CHEST, BOTH))).isEqualTo(Kind.UNRELATED);
    assertThat(RELATIONS.broader(contrast)).contains(plain);
    assertThat(RELATIONS.narrower(plain)).contains(contrast);
  }

  @Test
  void a_value_of_radlex_is_broader_where_all_else_is_alike() {
    Concept finger = concept(XR, ARM, FINGER);
    Concept thumb = concept(XR, ARM, THUMB);

    assertThat(RELATIONS.between(finger, thumb)).isEqualTo(Kind.NARROWER);
    assertThat(RELATIONS.narrower(finger)).contains(thumb);
    assertThat(RELATIONS.siblings(thumb)).doesNotContain(finger);
  }

  @Test
  void siblings_have_other_values_in_one_attribute() {
    Concept with = concept(CT, CHEST, WITH);

    assertThat(RELATIONS.siblings(with))
        .contains(concept(CT, CHEST, WITHOUT), concept(CT, CHEST, BOTH), concept(CT, ABDOMEN, WITH))
        .doesNotContain(with, concept(CT, CHEST))
        .doesNotHaveDuplicates();
    assertThat(RELATIONS.differences(with, concept(CT, CHEST, WITHOUT)))
        .containsExactly(
            new Difference(
                Attribute.CONTRAST, new TreeSet<>(Set.of(WITH)), new TreeSet<>(Set.of(WITHOUT))));
    assertThat(RELATIONS.siblings(with).get(0).attributes().get(Attribute.REGION)).contains(CHEST);
  }

  @Test
  void only_the_nearest_stand_in_the_lists_and_each_sees_the_other() {
    List<Concept> some =
        BuiltIn.MAP.concepts().stream().filter(c -> c.code().hashCode() % 37 == 0).toList();
    for (Concept concept : some) {
      for (Concept narrower : RELATIONS.narrower(concept)) {
        assertThat(RELATIONS.between(concept, narrower)).isEqualTo(Kind.NARROWER);
        assertThat(RELATIONS.broader(narrower)).contains(concept);
      }
      for (Concept broader : RELATIONS.broader(concept)) {
        assertThat(RELATIONS.narrower(broader)).contains(concept);
        for (Concept other : RELATIONS.broader(concept)) {
          assertThat(RELATIONS.between(broader, other)).isIn(Kind.UNRELATED, Kind.EQUIVALENT);
        }
      }
    }
  }

  @Test
  void the_lists_are_what_comparing_with_every_concept_gives() {
    Concept liver = concept(CT, ABDOMEN, LIVER);
    List<Concept> all =
        BuiltIn.MAP.concepts().stream()
            .filter(c -> RELATIONS.between(liver, c) == Kind.NARROWER)
            .toList();
    List<Concept> nearest =
        all.stream()
            .filter(c -> all.stream().noneMatch(o -> RELATIONS.between(o, c) == Kind.NARROWER))
            .toList();

    assertThat(nearest).isNotEmpty();
    assertThat(RELATIONS.narrower(liver)).containsExactlyElementsOf(nearest);
  }

  @Test
  void radlex_makes_a_value_broader_only_within_an_attribute_that_is_graded() {
    Subsumption subsumption = new Subsumption(BuiltIn.MAP);
    for (Concept concept : BuiltIn.MAP.concepts()) {
      Set<String> added = new TreeSet<>(subsumption.said(concept));
      added.removeAll(concept.values());
      assertThat(added)
          .allSatisfy(
              id ->
                  assertThat(BuiltIn.MAP.value(id).orElseThrow().attribute())
                      .hasValueSatisfying(a -> assertThat(Subsumption.GRADED).contains(a)));
    }
    assertThat(Arrays.asList(Attribute.LATERALITY, Attribute.VIEW_COUNT, Attribute.EXTENT))
        .noneMatch(Subsumption.GRADED::contains);
  }
}
