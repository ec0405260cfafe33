package org.radcanon.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An archive that answers for all instances of a delivery at its end, each as the test wants; keeps
 * the bytes it was given, delivery by delivery.
 */
public final class AnsweringArchive implements Archive {
  private final Function<Instance, Outcome> answer;
  private final List<List<byte[]>> deliveries = new ArrayList<>();

  public AnsweringArchive(Function<Instance, Outcome> answer) {
    this.answer = answer;
  }

  /** What each delivery brought. */
  public List<List<byte[]>> deliveries() {
    return deliveries;
  }

  @Override
  public Delivery begin() {
    List<Outcome> outcomes = new ArrayList<>();
    List<byte[]> contents = new ArrayList<>();
    deliveries.add(contents);
    return new Delivery() {
      @Override
      public void add(Instance instance, Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.writeTo(out);
        contents.add(out.toByteArray());
        outcomes.add(answer.apply(instance));
      }

      @Override
      public List<Outcome> finish() {
        return List.copyOf(outcomes);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Optional<InputStream> retrieve(InstanceKey key) {
    return Optional.empty();
  }

  @Override
  public Optional<String> unavailable() {
    return Optional.empty();
  }
}
