package org.radcanon.terminology.live;

import java.util.function.Supplier;
import org.radcanon.terminology.CanonicalMap;

/** Asks the map that is in force at that moment. */
final class LiveMap extends ForwardingMap {

  private final Supplier<CanonicalMap> inForce;

  LiveMap(Supplier<CanonicalMap> inForce) {
    this.inForce = inForce;
  }

  @Override
  CanonicalMap map() {
    return inForce.get();
  }
}
