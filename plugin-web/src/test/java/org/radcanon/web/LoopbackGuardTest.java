package org.radcanon.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackGuardTest {

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
