package org.radcanon.web.dicomweb;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.radcanon.dicom.DicomException;
import org.radcanon.web.WebLog;

/**
 * A body that arrives whole or visibly broken. What fails midway would otherwise end like any other
 * answer, as the container closes the last chunk in good order; here the connection is cut off, so
 * that every HTTP client sees it (RFC 9112 8).
 *
 * @param what for the log: the URL path of what is sent
 */
record WholeAnswer(String what, StreamingOutput body) implements StreamingOutput {

  @Override
  public void write(OutputStream out) throws IOException {
    Wire wire = new Wire(out);
    try {
      body.write(wire);
    } catch (IOException | DicomException e) {
      if (wire.broken) {
        throw e; // the caller has gone
      }
      WebLog.LOG.cutOff(what, e);
      cutOff();
    }
  }

  private static void cutOff() throws IOException {
    ServletRequestContext request = ServletRequestContext.current();
    if (request != null) {
      request.getExchange().getConnection().close();
    }
  }

  /** Tells a target that fails from a source that does. */
  private static final class Wire extends FilterOutputStream {
    private boolean broken;

    Wire(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
      try {
        out.write(b, off, len);
      } catch (IOException e) {
        broken = true;
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        broken = true;
        throw e;
      }
    }
  }
}
