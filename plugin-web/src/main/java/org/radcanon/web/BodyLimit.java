package org.radcanon.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;

/**
 * Takes bodies of at most 1 MiB everywhere but at Store Instances (PS3.18 10.5), for whose sake the
 * container's own limit is lifted. A longer one gets 413: at once where its length is declared,
 * else as soon as more has come. A form has to declare its length (411), because the container
 * reads forms past any filter.
 *
 * <p>What a refused sender goes on sending is read for a while after the answer, since closing on
 * unread bytes resets the connection, and the sender loses the answer with it (RFC 9112 9.6).
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class BodyLimit extends HttpFilter {
  private static final long serialVersionUID = 1L;
  static final int MAX_BYTES = 1 << 20;
  private static final long MAX_LINGERING_BYTES = 64L << 20;
  private static final int LENGTH_REQUIRED = HttpServletResponse.SC_LENGTH_REQUIRED;
  private static final int TOO_LARGE = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
  private static final String LONGER = "The body is larger than the 1 MiB that is taken here.\n";
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isStore(request)) {
      chain.doFilter(request, response);
      return;
    }
    long declared = request.getContentLengthLong();
    if (declared > MAX_BYTES) {
      refuse(request, response, TOO_LARGE, LONGER);
    } else if (declared >= 0 || WITHOUT_BODY.contains(request.getMethod())) {
      chain.doFilter(request, response);
    } else if (isForm(request)) {
      refuse(request, response, LENGTH_REQUIRED, "A form needs a Content-Length here.\n");
    } else {
      byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
      if (body.length > MAX_BYTES) {
        refuse(request, response, TOO_LARGE, LONGER);
      } else {
        chain.doFilter(new ReadRequest(request, body), response);
      }
    }
  }

  /** Store Instances, by the path after the context, which is the one that the container routes. */
  private static boolean isStore(HttpServletRequest request) {
    String info = request.getPathInfo() == null ? "" : request.getPathInfo();
    String path = request.getServletPath() + info;
    return request.getMethod().equals("POST")
        && (path.equals("/dicomweb/studies") || path.startsWith("/dicomweb/studies/"));
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType()).strip().toLowerCase(Locale.ROOT);
    return type.startsWith("application/x-www-form-urlencoded")
        || type.startsWith("multipart/form-data");
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, String sentence)
      throws IOException {
    response.setStatus(status);
    response.setHeader("Connection", "close");
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(sentence);
    response.flushBuffer();
    try {
      linger(request.getInputStream());
    } catch (IOException e) {
      WebLog.LOG.debug("A refused sender left before the end of its body", e);
    }
  }

  private static void linger(InputStream body) throws IOException {
    byte[] unwanted = new byte[1 << 16];
    long left = MAX_LINGERING_BYTES;
    for (int n = 0; n >= 0 && left > 0; left -= n) {
      n = body.read(unwanted);
    }
  }
}
