package org.radcanon.web.fhir;

import io.undertow.Undertow;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.time.ZoneId;
import java.util.Optional;
import org.radcanon.intake.MapDesk;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.map.MapLoader;

/** The FHIR server over HTTP, in the servlet engine that WildFly has, with a few studies. */
final class FhirOverHttp implements AutoCloseable {
  private final Undertow undertow;

  private FhirOverHttp(Undertow undertow) {
    this.undertow = undertow;
  }

  static FhirOverHttp start() throws ServletException {
    CanonicalMap map = MapLoader.load();
    FhirServices services =
        new FhirServices(
            new FewStudies(),
            map,
            MapDesk.of(() -> map),
            ZoneId.of("Europe/Berlin"),
            Optional.empty());
    FhirServlet servlet = new OpenServlet(services);
    DeploymentInfo application =
        Servlets.deployment()
            .setClassLoader(FhirOverHttp.class.getClassLoader())
            .setContextPath("/radcanon")
            .setDeploymentName("radcanon")
            .addServlet(
                Servlets.servlet("fhir", FhirServlet.class, new ImmediateInstanceFactory<>(servlet))
                    .addMapping("/fhir/*"));
    DeploymentManager manager = Servlets.newContainer().addDeployment(application);
    manager.deploy();
    Undertow undertow =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(new PathHandler().addPrefixPath("/radcanon", manager.start()))
            .build();
    undertow.start();
    return new FhirOverHttp(undertow);
  }

  /** The web context's URL. */
  String base() {
    InetSocketAddress address = (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
    return "http://127.0.0.1:" + address.getPort() + "/radcanon";
  }

  @Override
  public void close() {
    undertow.stop();
  }

  /** The servlet as it is without a container that injects. */
  private static final class OpenServlet extends FhirServlet {
    private static final long serialVersionUID = 1L;
    private final transient FhirServices services;

    OpenServlet(FhirServices services) {
      this.services = services;
    }

    @Override
    protected void initialize() {
      configure(services);
    }
  }
}
