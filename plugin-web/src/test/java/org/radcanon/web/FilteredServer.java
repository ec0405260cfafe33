package org.radcanon.web;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;

/** A filter before a servlet that answers with the length of what it read, in the real server. */
final class FilteredServer implements AutoCloseable {
  private final Undertow server;

  private FilteredServer(Undertow server) {
    this.server = server;
  }

  static FilteredServer with(Class<? extends Filter> type, Filter filter) throws ServletException {
    DeploymentInfo info =
        Servlets.deployment()
            .setClassLoader(FilteredServer.class.getClassLoader())
            .setContextPath("/radcanon")
            .setDeploymentName("filtered")
            .addFilter(Servlets.filter("filter", type, new ImmediateInstanceFactory<>(filter)))
            .addFilterUrlMapping("filter", "/*", DispatcherType.REQUEST)
            .addServlet(Servlets.servlet("length", Length.class).addMapping("/*"));
    DeploymentManager deployment = Servlets.newContainer().addDeployment(info);
    deployment.deploy();
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(io.undertow.Handlers.path().addPrefixPath("/radcanon", deployment.start()))
            .build();
    server.start();
    return new FilteredServer(server);
  }

  URI uri(String path) {
    InetSocketAddress at = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return URI.create("http://127.0.0.1:" + at.getPort() + "/radcanon" + path);
  }

  @Override
  public void close() {
    server.stop();
  }

  /** Public for the container. */
  public static final class Length extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print(request.getInputStream().readAllBytes().length);
    }
  }
}
