package org.radcanon.terminology.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.radcanon.terminology.BuiltIn;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;

class ForwardingMapTest {

  private static final Set<String> DERIVED = Set.of("current", "codeToWrite");

  /** A default answer of the interface would stand for what the map behind knows. */
  @Test
  void every_question_reaches_the_map_behind() {
    List<String> forwarded =
        Arrays.stream(ForwardingMap.class.getDeclaredMethods()).map(this::signature).toList();

    assertThat(CanonicalMap.class.getDeclaredMethods())
        .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
        .filteredOn(method -> !method.isSynthetic() && !DERIVED.contains(method.getName()))
        .isNotEmpty()
        .extracting(this::signature)
        .isSubsetOf(forwarded);
  }

  private String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }

  @Test
  void codes_that_stand_in_no_table_are_there_beside_a_sites_own() {
    Concept composed =
        BuiltIn.MAP.concepts().stream()
            .filter(concept -> !concept.codes().containsKey("99RIMAG"))
            .filter(concept -> !BuiltIn.MAP.codes(concept, "99RIMAG").isEmpty())
            .findFirst()
            .orElseThrow();
    Code own = new Code("L1", "99HOUSE", "local");
    CanonicalMap house = SiteCodes.added(BuiltIn.MAP, Map.of(own, composed));
    CanonicalMap live = new LiveMap(() -> house);

    assertThat(live.codes(composed, "99RIMAG"))
        .isEqualTo(BuiltIn.MAP.codes(composed, "99RIMAG"))
        .isNotEmpty();
    assertThat(live.codes(composed, "99HOUSE")).containsExactly(own);
    assertThat(live.rimag()).isPresent();
  }
}
