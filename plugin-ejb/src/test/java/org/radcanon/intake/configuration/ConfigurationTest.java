package org.radcanon.intake.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.radcanon.enrichment.EnrichmentSettings;

class ConfigurationTest {

  @Test
  void theDefaultsThatComeWithRadcanonAreAValidConfiguration() {
    Configuration configuration = Configuration.read(config(Map.of()));

    assertThat(configuration.archive().directory()).isEqualTo(Path.of("/srv/radcanon/archive"));
    assertThat(configuration.archive().minimumFreeBytes()).isEqualTo(512L << 20);
    assertThat(configuration.enrichment().mode()).isEqualTo(EnrichmentSettings.Mode.FILL);
    assertThat(configuration.enrichment().preferredSchemes())
        .containsExactly("RADLEX", "99RADCANON");
    assertThat(configuration.security().openWithoutAuthentication()).isFalse();
    assertThat(configuration.dicomWeb().publicUrl()).isEmpty();
  }

  @Test
  void allFaultsAreReportedAtOnceEachWithItsKey() {
    Config config =
        config(
            Map.of(
                "radcanon.enrichment.mode", "guess",
                "radcanon.enrichment.threshold", "1.5",
                "radcanon.qido.default-limit", "many",
                "radcanon.qido.empty-status", "404",
                "radcanon.public-url", "ftp://example.org",
                "radcanon.fhir.time-zone", "Mars/Olympus",
                "radcanon.security.open-without-authentication", "yes",
                "radcanon.archive.minimum-free-space", "-1"));

    assertThatThrownBy(() -> Configuration.read(config))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.faults())
                    .hasSize(8)
                    .anyMatch(
                        f ->
                            f.equals(
                                "radcanon.enrichment.mode: 'guess' is not one of fill, complete,"
                                    + " normalise"))
                    .anyMatch(f -> f.startsWith("radcanon.enrichment.threshold: '1.5'"))
                    .anyMatch(f -> f.startsWith("radcanon.qido.empty-status: '404'")));
  }

  @Test
  void aMistypedKeyIsAFaultThatNamesTheNearestOne() {
    Config config = config(Map.of("radcanon.enrichment.tresholt", "0.5"));

    assertThatThrownBy(() -> Configuration.read(config))
        .hasMessageContaining("radcanon.enrichment.tresholt: no such key")
        .hasMessageContaining("radcanon.enrichment.threshold?");
  }

  @Test
  void keysThatContradictEachOtherAreFaults() {
    Config config =
        config(
            Map.of(
                "radcanon.enrichment.mode", "normalise",
                "radcanon.enrichment.original-attributes", "false",
                "radcanon.qido.default-limit", "500",
                "radcanon.qido.maximum-limit", "100"));

    assertThatThrownBy(() -> Configuration.read(config))
        .hasMessageContaining("would be lost")
        .hasMessageContaining("500 is more than radcanon.qido.maximum-limit, 100");
  }

  @Test
  void everyKeyOfTheShippedFileIsReadAndEveryKeyReadIsInTheFile() {
    SettingsReader reader = new SettingsReader(config(Map.of()));
    Configuration.read(reader);

    assertThat(reader.known())
        .containsExactlyInAnyOrderElementsOf(shippedDefaults().stringPropertyNames());
  }

  private static Config config(Map<String, String> changed) {
    Map<String, String> values = new HashMap<>();
    Properties defaults = shippedDefaults();
    defaults.stringPropertyNames().forEach(name -> values.put(name, defaults.getProperty(name)));
    values.put("jboss.server.data.dir", "/srv");
    values.putAll(changed);
    return ConfigProviderResolver.instance()
        .getBuilder()
        .withSources(new MapSource(values))
        .build();
  }

  private static Properties shippedDefaults() {
    Properties properties = new Properties();
    String name = "/META-INF/microprofile-config.properties";
    try (InputStream in = ConfigurationTest.class.getResourceAsStream(name)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private record MapSource(Map<String, String> values) implements ConfigSource {
    @Override
    public java.util.Set<String> getPropertyNames() {
      return values.keySet();
    }

    @Override
    public String getValue(String name) {
      return values.get(name);
    }

    @Override
    public String getName() {
      return "test";
    }
  }
}
