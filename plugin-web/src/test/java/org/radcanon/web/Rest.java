package org.radcanon.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.UnsupportedEncodingException;
import java.net.URISyntaxException;
import java.util.List;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.plugins.providers.ServerFormUrlEncodedProvider;

/** Drives resources through the container's Jakarta REST, without a container or a network. */
public final class Rest {
  private final org.jboss.resteasy.spi.Dispatcher dispatcher =
      MockDispatcherFactory.createDispatcher();

  public Rest(Object... resources) {
    for (Object resource : resources) {
      dispatcher.getRegistry().addSingletonResource(resource);
    }
    dispatcher.getProviderFactory().registerProvider(ErrorMapper.class);
    // as a deployment does
    dispatcher
        .getProviderFactory()
        .registerProviderInstance(new ServerFormUrlEncodedProvider(false));
  }

  public Rest provider(Class<?> provider) {
    dispatcher.getProviderFactory().registerProvider(provider);
    return this;
  }

  public Call get(String uri) {
    return call("GET", uri);
  }

  public Call post(String uri, String contentType, byte[] body) {
    Call call = call("POST", uri);
    call.request.content(body);
    return contentType == null ? call : call.header(HttpHeaders.CONTENT_TYPE, contentType);
  }

  public Call call(String method, String uri) {
    try {
      return new Call(MockHttpRequest.create(method, uri));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A request to be sent. */
  public final class Call {
    private final MockHttpRequest request;

    private Call(MockHttpRequest request) {
      this.request = request;
    }

    public Call header(String name, String value) {
      request.header(name, value);
      return this;
    }

    public Answer send() {
      MockHttpResponse response = new MockHttpResponse();
      dispatcher.invoke(request, response);
      return new Answer(response);
    }
  }

  /** What came back. */
  public record Answer(MockHttpResponse response) {
    public int status() {
      return response.getStatus();
    }

    public String text() {
      try {
        return response.getContentAsString();
      } catch (UnsupportedEncodingException e) {
        throw new IllegalStateException(e);
      }
    }

    public byte[] bytes() {
      return response.getOutput();
    }

    public String header(String name) {
      return String.valueOf(response.getOutputHeaders().getFirst(name));
    }

    public List<String> headers(String name) {
      List<Object> all = response.getOutputHeaders().get(name);
      return all == null ? List.of() : all.stream().map(String::valueOf).toList();
    }
  }
}
