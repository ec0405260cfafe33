package org.radcanon.web.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BadRequestException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcanon.web.dicomweb.RetrieveTarget.Kind;

class RetrieveTargetTest {

  @ParameterizedTest
  @CsvSource({
    "/studies/1.2, INSTANCES",
    "/studies/1.2/, INSTANCES",
    "/studies/1.2/series/1.3, INSTANCES",
    "/studies/1.2/series/1.3/instances/1.4, INSTANCES",
    "/studies/1.2/metadata, METADATA",
    "/studies/1.2/series/1.3/metadata, METADATA",
    "/studies/1.2/series/1.3/instances/1.4/metadata, METADATA",
    "/studies/1.2/series, SEARCH",
    "/studies/1.2/instances, SEARCH",
    "/studies/1.2/series/1.3/instances, SEARCH",
    "/studies/1.2/series/1.3/instances/1.4/bulkdata/7FE00010, BULK_DATA",
    "/studies/1.2/series/1.3/instances/1.4/bulk/7fe00010, OTHER",
    "/studies/1.2/bulkdata, OTHER",
    "/studies/1.2/rendered, OTHER",
    "/studies/1.2/thumbnail, OTHER",
    "'/studies/1.2/series/1.3/instances/1.4/frames/1,2/rendered', OTHER",
    "/studies/1.2/instances/1.4, OTHER"
  })
  void a_url_names_what_it_names(String path, Kind kind) {
    assertThat(RetrieveTarget.of(path).orElseThrow().kind()).isEqualTo(kind);
  }

  @Test
  void the_uids_are_told_apart() {
    RetrieveTarget frames =
        RetrieveTarget.of("/studies/1.2/series/1.3/instances/1.4/frames/1").orElseThrow();

    assertThat(frames.study()).isEqualTo("1.2");
    assertThat(frames.series()).isEqualTo(Optional.of("1.3"));
    assertThat(frames.instance()).isEqualTo(Optional.of("1.4"));
    assertThat(frames.path()).isEqualTo("studies/1.2/series/1.3/instances/1.4/frames/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/studies", "/series", "/instances", "/", "", "/patients/1.2"})
  void what_names_no_study_is_none(String path) {
    assertThat(RetrieveTarget.of(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/studies/1.2/../../../tools/shutdown",
        "/studies/1.2/%2e%2E/system",
        "/studies/1.2/.%2e/system",
        "/studies/1.2/./rendered",
        "/studies/1.2//rendered",
        "/studies/1.2/..;/..;x=y/system",
        "/studies/1.2/%2e.;/system",
        "/studies/1.2/.%2e%3b/system",
        "/studies/1.2/.;/rendered",
        "/studies/1.2/;/rendered",
        "/studies/1.2/a%2f..%2fb",
        "/studies/1.2/a%5C..%5cb",
        "/studies/1.2/a\\b",
        "/studies/1.2/a%0d%0ab",
        "/studies/../instances",
        "/studies/x/rendered",
        "/studies/1.2/series/x"
      })
  void a_path_that_leads_elsewhere_is_refused(String path) {
    assertThatThrownBy(() -> RetrieveTarget.of(path)).isInstanceOf(BadRequestException.class);
  }
}
