package org.radcanon.web.dicomweb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.radcanon.archive.Archive;
import org.radcanon.archive.InstanceKey;
import org.radcanon.index.StudyIndex;
import org.radcanon.index.StudyIndex.InstancePath;

/** Instances by their place in the index, with their bytes from the archive. */
@ApplicationScoped
public class InstanceStreams {
  private final StudyIndex index;
  private final Archive archive;

  /** For the container's proxies only. */
  protected InstanceStreams() {
    this(null, null);
  }

  @Inject
  public InstanceStreams(StudyIndex index, Archive archive) {
    this.index = index;
    this.archive = archive;
  }

  /**
   * What a URL names, in the index's order.
   *
   * @throws NotFoundException when the index has nothing there
   */
  List<InstancePath> find(String study, Optional<String> series, Optional<String> instance) {
    List<InstancePath> paths = index.instances(study, series, instance);
    if (paths.isEmpty()) {
      throw new NotFoundException("Nothing is stored under this URL.");
    }
    return paths;
  }

  /**
   * The PS3.10 file of an instance.
   *
   * @throws FileNotFoundException when the archive does not have what the index knows
   */
  InputStream open(InstancePath path) throws IOException {
    return archive
        .retrieve(new InstanceKey(path.study(), path.series(), path.instance()))
        .orElseThrow(() -> new FileNotFoundException("not in the archive: " + path.instance()));
  }
}
