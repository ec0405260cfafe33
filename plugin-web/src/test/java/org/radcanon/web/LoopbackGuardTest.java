package org.radcanon.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.intake.configuration.SecuritySettings;

class LoopbackGuardTest {

  @ParameterizedTest
  @CsvSource({
    "Forwarded,for=192.0.2.60,403",
    "X-Forwarded-For,192.0.2.60,403",
    "x-forwarded-for,127.0.0.1,403",
    "X-Nothing,said,200"
  })
  void what_a_proxy_passes_on_is_refused_until_security_is_configured(
      String header, String value, int status) throws Exception {
    HttpResponse<String> closed = send(false, header, value);

    assertThat(closed.statusCode()).isEqualTo(status);
    if (status == 403) {
      assertThat(closed.body()).contains("proxy", "radcanon.security.open-without-authentication");
    }
    assertThat(send(true, header, value).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> send(boolean open, String header, String value)
      throws Exception {
    LoopbackGuard guard = new LoopbackGuard();
    guard.use(new SecuritySettings(open));
    try (FilteredServer server = FilteredServer.with(LoopbackGuard.class, guard)) {
      HttpRequest request =
          HttpRequest.newBuilder(server.uri("/cases")).header(header, value).build();
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "0:0:0:0:0:0:0:1", "[::1]"})
  void loopback_addresses_are_known(String address) {
    assertThat(LoopbackGuard.isLoopback(address)).isTrue();
    assertThat(LoopbackGuard.isLoopbackName(address)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "10.0.0.1",
        "0.0.0.0",
        "::",
        "fe80::1%eth0",
        "localhost",
        "127.0.0.1.example.org",
        "128.0.0.1"
      })
  void other_addresses_and_all_names_are_not(String address) {
    assertThat(LoopbackGuard.isLoopback(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "pacs.localhost"})
  void names_reserved_for_loopback_are_known(String name) {
    assertThat(LoopbackGuard.isLoopbackName(name)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"example.org", "localhost.example.org", "notlocalhost", "10.0.0.1"})
  void other_names_are_not_looked_up(String name) {
    assertThat(LoopbackGuard.isLoopbackName(name)).isFalse();
  }
}
