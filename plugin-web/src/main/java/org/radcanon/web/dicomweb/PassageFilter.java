package org.radcanon.web.dicomweb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.radcanon.archive.Archive;
import org.radcanon.archive.Passage;
import org.radcanon.index.StudyIndex;
import org.radcanon.intake.configuration.DicomWebSettings;
import org.radcanon.web.WebLog;
import org.radcanon.web.dicomweb.RetrieveTarget.Kind;

/**
 * Hands retrieval (PS3.18 10.4) through to an archive that has a DICOMweb service of its own, as
 * the archive knows best what it can: its status, header fields and body come back as they are. The
 * archive decides what is there, as it may hold what the index has never seen.
 *
 * <p>Instances that are acknowledged and still in the spool are not known there. What radcanon can
 * put together for their studies, it does: instances and metadata. What it cannot, such as rendered
 * ones, is 503 until the archive has them, and no 404.
 *
 * <p>An archive that does not answer is 503 with Retry-After, for refused connections and late
 * answers alike: of the statuses for a gateway it is the only one that says that trying again will
 * help (RFC 9110 15.6.4), and the only one in PS3.18's own table (8.5).
 */
@Provider
@PreMatching
@ApplicationScoped
public class PassageFilter implements ContainerRequestFilter {
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final Set<Kind> OUR_OWN = Set.of(Kind.INSTANCES, Kind.METADATA, Kind.BULK_DATA);
  private static final int NOT_FOUND = 404;

  private final Archive archive;
  private final StudyIndex index;
  private final DicomWebSettings settings;

  /** For the container only: Jakarta REST asks for it, and CDI's proxies use it. */
  public PassageFilter() {
    this(null, null, null);
  }

  @Inject
  public PassageFilter(Archive archive, StudyIndex index, DicomWebSettings settings) {
    this.archive = archive;
    this.index = index;
    this.settings = settings;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Passage> passage = archive.passage();
    if (passage.isEmpty() || !METHODS.contains(request.getMethod())) {
      return;
    }
    RetrieveTarget.of(request.getUriInfo().getPath(false))
        .filter(target -> target.kind() != Kind.SEARCH)
        .flatMap(target -> pass(passage.get(), target, request))
        .ifPresent(request::abortWith);
  }

  /**
   * @return empty when radcanon's own resources are to answer
   */
  private Optional<Response> pass(
      Passage passage, RetrieveTarget target, ContainerRequestContext request) {
    boolean ahead = archive.isAhead(target.study()) && isIndexed(target);
    if (ahead && OUR_OWN.contains(target.kind())) {
      return Optional.empty();
    }
    Passage.Answer answer = ask(passage, target, request);
    if (answer.status() == NOT_FOUND) {
      if (target.kind() == Kind.BULK_DATA) {
        answer.close(); // a URL that radcanon's own metadata gave while the study was ahead
        return Optional.empty();
      }
      if (ahead) {
        answer.close();
        throw unavailable("The archive does not have this yet; it is on its way there.");
      }
    }
    return Optional.of(PassedAnswer.of(answer, request.getMethod(), target.path()));
  }

  private boolean isIndexed(RetrieveTarget target) {
    return !index.instances(target.study(), target.series(), target.instance()).isEmpty();
  }

  private Passage.Answer ask(
      Passage passage, RetrieveTarget target, ContainerRequestContext request) {
    try {
      return passage.get(
          new Passage.Request(
              request.getMethod(),
              target.path(),
              Optional.ofNullable(request.getUriInfo().getRequestUri().getRawQuery()),
              PassedHeaders.toArchive(request.getHeaders())));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException("The path or the query is none of a URL.", e);
    } catch (IOException e) {
      WebLog.LOG.archiveFailed(request.getMethod(), target.path(), e);
      throw unavailable("The archive does not answer.");
    }
  }

  private ServiceUnavailableException unavailable(String sentence) {
    long seconds = settings.stowRetryAfterSeconds();
    return new ServiceUnavailableException(sentence, seconds);
  }
}
