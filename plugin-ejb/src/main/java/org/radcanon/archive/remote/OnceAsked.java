package org.radcanon.archive.remote;

import java.io.IOException;
import java.io.OutputStream;
import org.radcanon.archive.Archive.Content;
import org.radcanon.archive.ArchiveException;
import org.radcanon.dicom.DataSetOutput;
import org.radcanon.dimse.AssociationException;

/**
 * A content as a C-STORE sends it, which remembers whether it was asked and what it said. A data
 * set of which something was lost on the way does not end as a whole one, whatever the content
 * makes of it.
 */
final class OnceAsked {

  private final Content content;
  private boolean asked;
  private IOException failure;
  private RuntimeException fault;

  OnceAsked(Content content) {
    this.content = content;
  }

  boolean isAsked() {
    return asked;
  }

  void writeDataSetTo(OutputStream out) throws IOException {
    asked = true;
    ToArchive toArchive = new ToArchive(out);
    try (DataSetOutput dataSet = new DataSetOutput(toArchive)) {
      content.writeTo(dataSet);
      toArchive.requireWhole();
    } catch (ArchiveException e) {
      throw e;
    } catch (IOException e) {
      failure = e;
      throw e;
    } catch (RuntimeException e) {
      fault = e;
      throw e;
    }
  }

  /** A content that fails behind an association that failed is no instance for the spool. */
  void requireWell() throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (fault != null) {
      throw fault;
    }
  }

  /** What fails on the way to the archive is the archive's failure, whoever looks at it. */
  private static final class ToArchive extends OutputStream {
    private final OutputStream association;
    private ArchiveException failure;

    ToArchive(OutputStream association) {
      this.association = association;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      requireWhole();
      boolean gone = false;
      try {
        association.write(bytes, offset, length);
        gone = true;
      } catch (AssociationException e) {
        failure = DimseArchive.unavailable(e);
      } catch (IOException | RuntimeException e) {
        failure = lost(e);
      } finally {
        if (!gone && failure == null) {
          failure = lost(null);
        }
      }
      requireWhole();
    }

    private static ArchiveException lost(Exception cause) {
      return new ArchiveException("sending to the archive failed", cause);
    }

    void requireWhole() throws ArchiveException {
      if (failure != null) {
        throw failure;
      }
    }
  }
}
