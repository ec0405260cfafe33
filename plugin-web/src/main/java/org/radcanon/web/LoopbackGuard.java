package org.radcanon.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.radcanon.intake.configuration.SecuritySettings;

/**
 * Until security is configured, every door answers this machine only: both ends of the connection
 * must be loopback, and so must the name that the caller used, or a web page elsewhere could reach
 * in by pointing its own name at loopback (DNS rebinding). A request that says it was passed on
 * (RFC 7239) comes from elsewhere, however near the proxy is. Everybody else gets 403.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class LoopbackGuard extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String REFUSAL =
      "radcanon answers on loopback only until security is configured"
          + " (radcanon.security.open-without-authentication).\n";

  private static final String PROXIED =
      "radcanon takes nothing that a proxy passes on until security is configured"
          + " (radcanon.security.open-without-authentication).\n";
  private static final List<String> FORWARDING = List.of("Forwarded", "X-Forwarded-For");

  private transient SecuritySettings settings;

  /** For the container, which then calls {@link #use}. */
  public LoopbackGuard() {}

  @Inject
  void use(SecuritySettings settings) {
    this.settings = settings;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean proxied = FORWARDING.stream().anyMatch(name -> request.getHeader(name) != null);
    if (settings.openWithoutAuthentication()
        || (!proxied
            && isLoopback(request.getRemoteAddr())
            && isLoopback(request.getLocalAddr())
            && isLoopbackName(request.getServerName()))) {
      chain.doFilter(request, response);
      return;
    }
    WebLog.LOG.notLoopback(request.getRemoteAddr(), request.getLocalAddr());
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(proxied ? PROXIED : REFUSAL);
  }

  /**
   * @param address an IP address; a name is never looked up
   */
  static boolean isLoopback(String address) {
    if (address == null
        || !address.matches("[0-9.]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\\w+)?\\]?")) {
      return false;
    }
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  static boolean isLoopbackName(String host) {
    return host != null
        && (host.equalsIgnoreCase("localhost")
            || host.toLowerCase(Locale.ROOT).endsWith(".localhost")
            || isLoopback(host));
  }
}
