package org.radcanon.studies.hostile;

import static org.radcanon.studies.hostile.Bytes.ascii;
import static org.radcanon.studies.hostile.Bytes.join;

import java.util.List;
import org.radcanon.studies.image.Noise;
import org.radcanon.studies.writer.Syntax;

/** Files of other kinds. */
final class NotDicom {

  private NotDicom() {}

  static List<Input> inputs() {
    byte[] prefix = join(new byte[128], ascii("DICM"));
    return List.of(
        Input.of("nothing", new byte[0]),
        Input.of("one byte", new byte[1]),
        Input.of("a text file", ascii("Dear colleague,\nthe images are attached.\n".repeat(40))),
        Input.of("an HTML page", ascii("<!DOCTYPE html><html><body>Please log in.</body></html>")),
        Input.of("JSON", ascii("[{\"00080018\":{\"vr\":\"UI\",\"Value\":[\"1.2.3\"]}}]")),
        Input.of("a picture", join(new byte[] {(byte) 0x89}, ascii("PNG\r\n\u001a\n"), noise(500))),
        Input.of("a ZIP archive", join(ascii("PK\u0003\u0004"), noise(500))),
        Input.of("noise", noise(100_000)),
        Input.of("zeros", new byte[4096]),
        Input.of("ones", ascii("\u00ff".repeat(4096))),
        Input.of("a preamble alone", new byte[128]),
        Input.of("a prefix alone", prefix),
        Input.of("a prefix and text", join(prefix, ascii("This is no element.".repeat(20)))),
        Input.of("a prefix and noise", join(prefix, noise(5000))),
        Input.of("file meta information alone", Bytes.meta(Syntax.EXPLICIT)),
        Input.of("file meta information and noise", join(Bytes.meta(Syntax.EXPLICIT), noise(5000))),
        Input.of(
            "file meta information and noise in deflate",
            join(Bytes.meta(Syntax.DEFLATED), noise(5000))));
  }

  private static byte[] noise(int length) {
    Noise source = new Noise(length);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) source.below(256);
    }
    return bytes;
  }
}
