package org.radcanon.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.radcanon.archive.Outcome.Change;
import org.radcanon.archive.Outcome.Kept;

/** An archive for tests of other rooms; keeps the contract, but for the disk. */
public final class MemoryArchive implements Archive {

  private final Map<InstanceKey, byte[]> instances = new ConcurrentHashMap<>();
  private volatile Optional<String> unavailable = Optional.empty();

  /** From now on every store is refused for want of room, until {@link #recover()}. */
  public void fail(String reason) {
    unavailable = Optional.of(reason);
  }

  public void recover() {
    unavailable = Optional.empty();
  }

  public int size() {
    return instances.size();
  }

  @Override
  public Delivery begin() {
    return new OneByOne(this::put);
  }

  private Outcome put(Instance instance, Content content) throws IOException {
    if (unavailable.isPresent()) {
      throw new OutOfSpaceException(unavailable.get());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    content.writeTo(out);
    byte[] before = instances.put(instance.key(), out.toByteArray());
    if (before == null) {
      return Kept.as(Change.NEW);
    }
    return Kept.as(Arrays.equals(before, out.toByteArray()) ? Change.SAME : Change.REPLACED);
  }

  @Override
  public Optional<InputStream> retrieve(InstanceKey key) {
    return Optional.ofNullable(instances.get(key)).map(ByteArrayInputStream::new);
  }

  @Override
  public Optional<String> unavailable() {
    return unavailable;
  }
}
