package org.radcanon.web.terminology;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.radcanon.intake.MapDesk;
import org.radcanon.web.WarmUp;

/** What the pages of the map show beside the map itself, which takes seconds to work out. */
@Dependent
class MapViews implements WarmUp.Step {

  private final MapDesk desk;

  @Inject
  MapViews(MapDesk desk) {
    this.desk = desk;
  }

  @Override
  public String what() {
    return "The search, the relations and the gap report of the canonical map";
  }

  @Override
  public void make() {
    desk.current().makeAll();
  }
}
