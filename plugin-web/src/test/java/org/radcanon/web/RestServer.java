package org.radcanon.web;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** Resources in the container's Jakarta REST and server, for what is seen on the wire only. */
public final class RestServer implements AutoCloseable {
  private final Undertow server;

  private RestServer(Undertow server) {
    this.server = server;
  }

  /** Starts a server with resources and filters; the error mapper comes with it. */
  public static RestServer with(Object filter, Object... resources) throws ServletException {
    ResteasyDeployment rest = new ResteasyDeploymentImpl();
    rest.getProviders().add(filter);
    rest.getProviders().add(new ErrorMapper());
    rest.getResources().addAll(List.of(resources));
    DeploymentInfo info =
        Servlets.deployment()
            .setClassLoader(RestServer.class.getClassLoader())
            .setContextPath("/dicomweb")
            .setDeploymentName("rest")
            .addServletContextAttribute(ResteasyDeployment.class.getName(), rest)
            .addServlet(
                Servlets.servlet("rest", HttpServlet30Dispatcher.class)
                    .setAsyncSupported(true)
                    .setLoadOnStartup(1)
                    .addMapping("/*"));
    DeploymentManager deployment = Servlets.newContainer().addDeployment(info);
    deployment.deploy();
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(Handlers.path().addPrefixPath("/dicomweb", deployment.start()))
            .build();
    server.start();
    return new RestServer(server);
  }

  public URI uri(String path) {
    InetSocketAddress at = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return URI.create("http://127.0.0.1:" + at.getPort() + "/dicomweb" + path);
  }

  @Override
  public void close() {
    server.stop();
  }
}
