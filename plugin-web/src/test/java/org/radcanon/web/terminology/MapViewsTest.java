package org.radcanon.web.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.radcanon.intake.MapDesk;
import org.radcanon.terminology.CanonicalMap;

class MapViewsTest {

  private final AtomicInteger looks = new AtomicInteger();
  private final CanonicalMap map = counting(new SmallMap("1"));

  @Test
  void what_is_made_in_the_background_is_not_made_again_for_the_first_user() {
    MapDesk desk = MapDesk.of(() -> map);
    new MapViews(desk).make();
    int before = looks.get();

    assertThat(desk.current().search().search("chest", Optional.empty(), 0, 10).total())
        .isPositive();
    assertThat(desk.current().gaps().findings()).isNotEmpty();
    assertThat(desk.current().relations()).isNotNull();
    assertThat(desk.current().inForce(SmallMap.CHEST)).isTrue();
    assertThat(before).isPositive();
    assertThat(looks).as("how often all concepts were looked through").hasValue(before);
  }

  private CanonicalMap counting(CanonicalMap behind) {
    return (CanonicalMap)
        Proxy.newProxyInstance(
            CanonicalMap.class.getClassLoader(),
            new Class<?>[] {CanonicalMap.class},
            (proxy, method, arguments) -> {
              looks.addAndGet(method.getName().equals("concepts") ? 1 : 0);
              try {
                return method.invoke(behind, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
