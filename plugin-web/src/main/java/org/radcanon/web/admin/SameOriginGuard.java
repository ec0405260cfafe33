package org.radcanon.web.admin;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.radcanon.web.WebLog;

/**
 * Lets a browser change things from our own pages only. A browser says where a request comes from
 * (Sec-Fetch-Site, or the Origin of every POST, RFC 6454); a caller that says neither is no browser
 * and cannot be ridden by another site.
 */
@Provider
public class SameOriginGuard implements ContainerRequestFilter {
  private static final Set<String> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Override
  public void filter(ContainerRequestContext request) {
    if (SAFE.contains(request.getMethod())) {
      return;
    }
    String site = request.getHeaderString("Sec-Fetch-Site");
    String origin = request.getHeaderString("Origin");
    boolean ours =
        (site == null || site.equals("same-origin") || site.equals("none"))
            && (origin == null || isOurs(origin, request.getHeaderString(HttpHeaders.HOST)));
    if (!ours) {
      WebLog.LOG.crossOrigin(
          request.getMethod(), String.valueOf(origin).replaceAll("[^\\x21-\\x7e]", "?"));
      request.abortWith(
          Response.status(Response.Status.FORBIDDEN)
              .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
              .entity("A page of another origin may not change anything here.\n")
              .build());
    }
  }

  private static boolean isOurs(String origin, String host) {
    int authority = origin.indexOf("://");
    return host != null && authority > 0 && origin.substring(authority + 3).equalsIgnoreCase(host);
  }
}
