package org.radcanon.fuzz;

/** What Jazzer calls: the target of the system property {@code radcanon.fuzz}. */
public final class Guided {

  private static final Target TARGET = Targets.all().get(System.getProperty("radcanon.fuzz"));

  private Guided() {}

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    TARGET.takes(input);
  }
}
