package org.radcanon.studies.experiment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.radcanon.studies.peer.Orthanc;
import org.radcanon.studies.proxy.StowGate;
import org.radcanon.studies.proxy.TcpProxy;

/** The archive behind radcanon, with what stands in between. */
final class Behind implements AutoCloseable {

  /** How radcanon reaches its archive. */
  enum Kind {
    EMBEDDED,
    DICOMWEB,
    DIMSE;

    String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Kind kind;
  private final Orthanc orthanc;
  private final StowGate gate;
  private final TcpProxy proxy;

  private Behind(Kind kind, Orthanc orthanc, StowGate gate, TcpProxy proxy) {
    this.kind = kind;
    this.orthanc = orthanc;
    this.gate = gate;
    this.proxy = proxy;
  }

  static Behind start(Kind kind, Path folder) throws IOException {
    if (kind == Kind.EMBEDDED) {
      return new Behind(kind, null, null, null);
    }
    Orthanc orthanc = Orthanc.start(folder.resolve("orthanc"));
    if (kind == Kind.DIMSE) {
      return new Behind(kind, orthanc, null, new TcpProxy(orthanc.dicomPort()));
    }
    StowGate gate = new StowGate(URI.create("http://127.0.0.1:" + orthanc.httpPort()));
    return new Behind(kind, orthanc, gate, new TcpProxy(gate.port()));
  }

  /** What radcanon has to be told (docs/configuration.md). */
  Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    if (kind == Kind.DICOMWEB) {
      properties.put("radcanon.archive.kind", "dicomweb");
      properties.put(
          "radcanon.archive.dicomweb.url", "http://127.0.0.1:" + proxy.port() + "/dicom-web");
    } else if (kind == Kind.DIMSE) {
      properties.put("radcanon.archive.kind", "dimse");
      properties.put("radcanon.archive.dimse.host", "127.0.0.1");
      properties.put("radcanon.archive.dimse.port", String.valueOf(proxy.port()));
      properties.put("radcanon.archive.dimse.called-ae", Orthanc.TITLE);
    }
    return properties;
  }

  Kind kind() {
    return kind;
  }

  Orthanc orthanc() {
    return orthanc;
  }

  StowGate gate() {
    return gate;
  }

  TcpProxy proxy() {
    return proxy;
  }

  boolean isRemote() {
    return kind != Kind.EMBEDDED;
  }

  @Override
  public void close() {
    if (isRemote()) {
      try (orthanc;
          proxy) {
        if (gate != null) {
          gate.close();
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
