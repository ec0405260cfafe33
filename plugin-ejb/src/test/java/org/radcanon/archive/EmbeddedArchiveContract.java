package org.radcanon.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * What archives of our own do beside: they take any bytes, and the three UIDs for what they are.
 */
abstract class EmbeddedArchiveContract extends ArchiveContract {

  @Test
  void an_empty_content_is_an_instance_too() throws IOException {
    Archive archive = archive();

    put(archive, KEY, out -> {});

    assertThat(read(archive, KEY)).isEmpty();
  }

  @Test
  void instances_that_differ_in_any_uid_are_different() throws IOException {
    Archive archive = archive();
    put(archive, KEY, text("one"));
    put(archive, new InstanceKey("1.2.3", "1.2.3.4", "1.2.3.4.6"), text("two"));
    put(archive, new InstanceKey("1.2.3", "1.2.3.5", "1.2.3.4.5"), text("three"));
    put(archive, new InstanceKey("1.2.4", "1.2.3.4", "1.2.3.4.5"), text("four"));

    assertThat(read(archive, KEY)).asString().isEqualTo("one");
  }

  static Archive.Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
