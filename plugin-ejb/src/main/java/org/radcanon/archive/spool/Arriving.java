package org.radcanon.archive.spool;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.radcanon.archive.Archive.Content;
import org.radcanon.archive.ArchiveException;

/**
 * A content on its way to the archive and the copy. Tells the content's own failures from those of
 * what it is written to; a content can be written once.
 */
final class Arriving implements Content {

  private final Content content;
  private final Copy copy;
  private Optional<Tee> begun = Optional.empty();
  private IOException broken;
  private RuntimeException malformed;

  Arriving(Content content, Copy copy) {
    this.content = content;
    this.copy = copy;
  }

  @Override
  public void writeTo(OutputStream archive) throws IOException {
    write(Optional.of(archive));
  }

  /** Writes the copy alone, where the archive has not looked at the content. */
  void writeToCopy() throws IOException {
    if (begun.isPresent() || copy.failure().isPresent()) {
      return;
    }
    try {
      write(Optional.empty());
    } catch (ArchiveException e) {
      // the copy knows why it has failed
      requireWhole();
    }
  }

  private void write(Optional<OutputStream> archive) throws IOException {
    if (begun.isPresent()) {
      throw new ArchiveException("a content can be written once");
    }
    Tee tee = new Tee(archive, copy);
    begun = Optional.of(tee);
    try {
      content.writeTo(tee);
    } catch (ArchiveException e) {
      if (!tee.hasFailed()) {
        broken = e;
      }
      throw e;
    } catch (IOException e) {
      broken = e;
      throw e;
    } catch (RuntimeException e) {
      malformed = e;
      throw e;
    }
  }

  /** What kept something of it from the archive. */
  Optional<Exception> lost() {
    return begun.flatMap(Tee::lost);
  }

  /** Throws what the content threw of its own. */
  void requireWhole() throws IOException {
    if (broken != null) {
      throw broken;
    }
    if (malformed != null) {
      throw malformed;
    }
  }
}
