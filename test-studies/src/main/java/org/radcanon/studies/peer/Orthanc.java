package org.radcanon.studies.peer;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Debian's Orthanc with its DICOMweb plug-in, as the archive behind. */
public final class Orthanc implements AutoCloseable {

  /** Its AE title. */
  public static final String TITLE = "ORTHANC";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path folder;
  private final int httpPort = Ports.free();
  private final int dicomPort = Ports.free();
  private final WebClient web = new WebClient("http://127.0.0.1:" + httpPort);
  private Program program;

  private Orthanc(Path folder) {
    this.folder = folder;
  }

  /** Starts one that keeps everything in the folder. */
  public static Orthanc start(Path folder) {
    Orthanc orthanc = new Orthanc(folder);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("orthanc.json"), orthanc.configuration());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    orthanc.start();
    return orthanc;
  }

  /** Starts it again on the same ports with what it had. */
  public void start() {
    program =
        Program.start(
            List.of("Orthanc", folder.resolve("orthanc.json").toString()),
            Map.of("TCP_NODELAY", "1"),
            folder.resolve("orthanc.log"));
    if (!Wait.until(PATIENCE, this::answers)) {
      program.kill();
      throw new IllegalStateException(
          "Orthanc does not start (Debian: apt-get install orthanc orthanc-dicomweb); see "
              + folder.resolve("orthanc.log"));
    }
  }

  public int dicomPort() {
    return dicomPort;
  }

  public int httpPort() {
    return httpPort;
  }

  /** Its DICOMweb base. */
  public String dicomWeb() {
    return "http://127.0.0.1:" + httpPort + "/dicom-web";
  }

  /** Its identifiers of each SOP Instance UID: more than one would be a duplicate. */
  public Map<String, List<String>> instances() throws IOException {
    Map<String, List<String>> found = new HashMap<>();
    for (JsonValue value : web.required("/instances?expand", "*/*").json().asJsonArray()) {
      JsonObject instance = value.asJsonObject();
      found
          .computeIfAbsent(
              instance.getJsonObject("MainDicomTags").getString("SOPInstanceUID"),
              uid -> new ArrayList<>())
          .add(instance.getString("ID"));
    }
    return found;
  }

  public int count() throws IOException {
    return web.required("/statistics", "*/*").json().asJsonObject().getInt("CountInstances");
  }

  /** The PS3.10 file of one of its instances. */
  public byte[] file(String id) throws IOException {
    return web.required("/instances/" + id + "/file", "*/*").body();
  }

  public void deleteAll() throws IOException {
    for (JsonValue id : web.required("/patients", "*/*").json().asJsonArray()) {
      web.delete("/patients/" + ((jakarta.json.JsonString) id).getString());
    }
  }

  public long pid() {
    return program.pid();
  }

  @Override
  public void close() {
    program.close();
  }

  private boolean answers() {
    try {
      return program.isAlive()
          && web.get("/system").status() == 200
          && Ports.isListening(dicomPort);
    } catch (IOException e) {
      return false;
    }
  }

  private String configuration() {
    return """
        {
          "Name": "radcanon experiment",
          "StorageDirectory": "%s",
          "IndexDirectory": "%s",
          "HttpPort": %d,
          "DicomPort": %d,
          "DicomAet": "%s",
          "DicomCheckCalledAet": false,
          "DicomAlwaysAllowStore": true,
          "UnknownSopClassAccepted": true,
          "RemoteAccessAllowed": false,
          "AuthenticationEnabled": false,
          "StableAge": 1,
          "OverwriteInstances": true,
          "SaveJobs": false,
          "KeepAlive": true,
          "TcpNoDelay": true,
          "Plugins": ["/usr/share/orthanc/plugins/libOrthancDicomWeb.so"],
          "DicomWeb": { "Enable": true, "Root": "/dicom-web/" }
        }
        """
        .formatted(folder.resolve("db"), folder.resolve("db"), httpPort, dicomPort, TITLE);
  }
}
