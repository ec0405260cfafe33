package org.radcanon.archive;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;

/**
 * The room on a file store, and how much of it has to stay free.
 *
 * @param minimum bytes
 */
public record FreeSpace(Probe probe, long minimum) {

  /** Bytes that this process may still write. */
  @FunctionalInterface
  public interface Probe {
    long usableBytes() throws IOException;
  }

  public FreeSpace {
    if (minimum < 0) {
      throw new IllegalArgumentException("the minimum free space is negative");
    }
  }

  public static FreeSpace of(FileStore store, long minimum) {
    return new FreeSpace(store::getUsableSpace, minimum);
  }

  /** Why nothing may be written, or empty when there is room. */
  public Optional<String> shortage() throws IOException {
    long usable = probe.usableBytes();
    return usable < minimum
        ? Optional.of("%d bytes free, %d must stay free".formatted(usable, minimum))
        : Optional.empty();
  }

  public void require() throws ArchiveException {
    try {
      Optional<String> shortage = shortage();
      if (shortage.isPresent()) {
        throw new OutOfSpaceException(shortage.get());
      }
    } catch (ArchiveException e) {
      throw e;
    } catch (IOException e) {
      throw failure("the free space cannot be asked for", e);
    }
  }

  /** What a failed operation means: a full disk and an exhausted quota are told from the rest. */
  public static ArchiveException failure(String what, IOException cause) {
    if (cause instanceof ArchiveException already) {
      return already;
    }
    String reason =
        cause instanceof FileSystemException files && files.getReason() != null
            ? files.getReason()
            : String.valueOf(cause.getMessage());
    String lower = reason.toLowerCase(Locale.ROOT);
    return lower.contains("no space left") || lower.contains("quota exceeded")
        ? new OutOfSpaceException(what + ": no space left", cause)
        : new ArchiveException(what, cause);
  }
}
