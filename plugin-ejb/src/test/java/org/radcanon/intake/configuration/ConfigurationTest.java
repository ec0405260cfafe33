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
import org.radcanon.dimse.AeTitle;
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
  void anArchiveElsewhereIsNamedWithAllThatItTakes() {
    Configuration dicomWeb =
        Configuration.read(
            config(
                Map.of(
                    "radcanon.archive.kind", "dicomweb",
                    "radcanon.archive.dicomweb.url", "https://archive.example.org/dicom-web",
                    "radcanon.archive.dicomweb.user", "radcanon",
                    "radcanon.archive.dicomweb.password", " pass word ")));
    DicomWebPeer peer = dicomWeb.archive().dicomWeb().orElseThrow();
    assertThat(peer.password().orElseThrow().value()).isEqualTo(" pass word ");
    assertThat(dicomWeb.toString()).doesNotContain("pass word");

    Configuration dimse =
        Configuration.read(
            config(
                Map.of(
                    "radcanon.archive.kind", "dimse",
                    "radcanon.archive.dimse.host", "archive.example.org",
                    "radcanon.archive.dimse.called-ae", "ARCHIVE")));
    assertThat(dimse.archive().dimse())
        .contains(
            new DimsePeer(
                "archive.example.org",
                104,
                new AeTitle("ARCHIVE"),
                new AeTitle("RADCANON"),
                4,
                false));
  }

  @Test
  void whatAnArchiveElsewhereLacksOrHasTwiceIsReportedTogether() {
    Config config =
        config(
            Map.of(
                "radcanon.archive.kind", "dimse",
                "radcanon.archive.dicomweb.url", "https://me:secret@archive.example.org/?a=b",
                "radcanon.archive.dicomweb.user", "radcanon",
                "radcanon.archive.dicomweb.token", "secret",
                "radcanon.archive.dicomweb.token-file", "/token",
                "radcanon.spool.longest-retry", "1",
                "radcanon.tls.key-store-password", "secret"));

    assertThatThrownBy(() -> Configuration.read(config))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.faults())
                    .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                    .containsExactlyInAnyOrder(
                        "radcanon.archive.dimse.host",
                        "radcanon.archive.dicomweb.url",
                        "radcanon.archive.dicomweb.user",
                        "radcanon.archive.dicomweb.token",
                        "radcanon.archive.dicomweb.token-file",
                        "radcanon.spool.longest-retry",
                        "radcanon.tls.key-store-password"))
        .hasMessageNotContaining("secret");
  }

  @Test
  void aUrlThatIsNoneIsQuotedWithoutItsPassword() {
    assertThatThrownBy(
            () ->
                Configuration.read(
                    config(Map.of("radcanon.archive.dicomweb.url", "ftp://me:secret@a.example/"))))
        .hasMessageContaining("'ftp://***@a.example/'");
  }

  @Test
  void thePlainDicomPortStaysOnLoopbackWhateverCallersAreListed() {
    Configuration configuration =
        Configuration.read(config(Map.of("radcanon.dimse.calling-ae-titles", "CT1, MR2")));
    DimseConfiguration dimse = configuration.dimse();

    assertThat(dimse.callingAeTitles())
        .containsExactlyInAnyOrder(new AeTitle("CT1"), new AeTitle("MR2"));
    assertThat(dimse.opensPlain(configuration.security())).isFalse();
    assertThat(dimse.opensPlain(new SecuritySettings(true))).isTrue();
  }

  @Test
  void theTlsPortIsThereOnceAKeyIsAndOpensWhereItAsksForCertificates() {
    assertThat(Configuration.read(config(Map.of())).dimse().tlsPort()).isZero();

    Map<String, String> keys =
        Map.of("radcanon.tls.key-store", "/key.p12", "radcanon.tls.trust-store", "/trust.p12");
    DimseConfiguration required = Configuration.read(config(keys)).dimse();
    assertThat(required.tlsPort()).isEqualTo(2762);
    assertThat(required.opensTls(new SecuritySettings(false))).isTrue();

    Map<String, String> none = new HashMap<>(keys);
    none.put("radcanon.dimse.tls-client-certificate", "none");
    none.put("jboss.socket.binding.port-offset", "12000");
    DimseConfiguration lax = Configuration.read(config(none)).dimse();
    assertThat(lax.opensTls(new SecuritySettings(false))).isFalse();
    assertThat(lax.tlsPort()).isEqualTo(14762);
    assertThat(lax.port()).isEqualTo(23112);

    assertThatThrownBy(
            () -> Configuration.read(config(Map.of("radcanon.tls.key-store", "/key.p12"))))
        .hasMessageContaining("no client's certificate could be trusted");
  }

  @Test
  void callersAndTransferSyntaxesThatAreNoneAreFaultsEachForItself() {
    assertThatThrownBy(
            () ->
                Configuration.read(
                    config(
                        Map.of(
                            "radcanon.dimse.calling-ae-titles",
                            "CT1,A\\B,SEVENTEEN-LETTERS",
                            "radcanon.dimse.transfer-syntaxes",
                            "1.2.840.10008.1.2.1,explicit",
                            "radcanon.dimse.ae-title",
                            "A\\B"))))
        .isInstanceOfSatisfying(
            ConfigurationException.class, e -> assertThat(e.faults()).hasSize(4));
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
