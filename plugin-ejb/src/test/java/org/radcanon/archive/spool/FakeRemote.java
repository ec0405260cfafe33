package org.radcanon.archive.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcanon.archive.Archive;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Delivery;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Change;

/** A remote archive that does what a test wants, and remembers what was done to it. */
final class FakeRemote implements Archive {

  /** What it does with an instance. */
  interface Answer {
    Optional<Outcome> to(Instance instance);
  }

  private static final String GONE = "connection refused";

  private final Map<InstanceKey, byte[]> instances =
      Collections.synchronizedMap(new LinkedHashMap<>());

  /** SOP Instance UIDs in the order in which they were tried and kept. */
  final List<String> tried = Collections.synchronizedList(new ArrayList<>());

  final List<String> kept = Collections.synchronizedList(new ArrayList<>());

  /** Not reachable: nothing looks at a content, and it says so when it is asked. */
  volatile boolean down;

  /** The connection breaks after so many bytes of a content. */
  volatile int breaksAfter = Integer.MAX_VALUE;

  /** Instead of keeping. */
  volatile Answer answer = instance -> Optional.empty();

  /** Throws what it must not throw. */
  volatile Optional<RuntimeException> broken = Optional.empty();

  /** Fails so on each byte, and keeps the instance all the same. */
  volatile Optional<RuntimeException> loses = Optional.empty();

  volatile Runnable beforeKeeping = () -> {};
  volatile int asked;

  @Override
  public Delivery begin() {
    broken.ifPresent(
        e -> {
          throw e;
        });
    return new AtTheEnd();
  }

  /** Answers for all at the end, as a STOW-RS request does. */
  private final class AtTheEnd implements Delivery {
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<Instance, byte[]> arrived = new LinkedHashMap<>();

    @Override
    public void add(Instance instance, Content content) throws IOException {
      tried.add(instance.key().instance());
      if (down) {
        outcomes.add(unavailable(GONE));
        return;
      }
      if (loses.isPresent()) {
        content.writeTo(new Losing(loses.get()));
        outcomes.add(Outcome.Kept.as(Change.NEW));
        return;
      }
      Breaking out = new Breaking(breaksAfter);
      boolean whole = true;
      try {
        content.writeTo(out);
      } catch (ArchiveException e) {
        whole = false;
      }
      if (out.broken || !whole) {
        outcomes.add(unavailable("connection reset"));
        return;
      }
      outcomes.add(null);
      arrived.put(instance, out.toByteArray());
    }

    @Override
    public List<Outcome> finish() {
      beforeKeeping.run();
      List<Map.Entry<Instance, byte[]>> all = new ArrayList<>(arrived.entrySet());
      List<Outcome> answers = new ArrayList<>();
      for (Outcome outcome : outcomes) {
        if (outcome == null) {
          Map.Entry<Instance, byte[]> next = all.remove(0);
          answers.add(
              down
                  ? unavailable(GONE)
                  : answer.to(next.getKey()).orElseGet(() -> keep(next.getKey(), next.getValue())));
        } else {
          answers.add(outcome);
        }
      }
      return answers;
    }

    @Override
    public void close() {}
  }

  private Outcome keep(Instance instance, byte[] bytes) {
    kept.add(instance.key().instance());
    byte[] before = instances.put(instance.key(), bytes);
    return Outcome.Kept.as(
        before == null ? Change.NEW : Arrays.equals(before, bytes) ? Change.SAME : Change.REPLACED);
  }

  static Outcome unavailable(String reason) {
    return new Outcome.Unavailable(new ArchiveException(reason));
  }

  private static final class Losing extends OutputStream {
    private final RuntimeException how;

    Losing(RuntimeException how) {
      this.how = how;
    }

    @Override
    public void write(int b) {
      throw how;
    }
  }

  private static final class Breaking extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int limit;
    private boolean broken;

    Breaking(int limit) {
      this.limit = limit;
    }

    byte[] toByteArray() {
      return bytes.toByteArray();
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int offset, int length) throws IOException {
      if (bytes.size() + length > limit) {
        broken = true;
        throw new ArchiveException("connection reset");
      }
      bytes.write(b, offset, length);
    }
  }

  String text(InstanceKey key) {
    return new String(instances.get(key), java.nio.charset.StandardCharsets.US_ASCII);
  }

  int size() {
    return instances.size();
  }

  @Override
  public Optional<InputStream> retrieve(InstanceKey key) {
    return Optional.ofNullable(instances.get(key)).map(ByteArrayInputStream::new);
  }

  @Override
  public Optional<String> unavailable() {
    asked++;
    return down ? Optional.of(GONE) : Optional.empty();
  }
}
