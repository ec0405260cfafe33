package org.radcanon.archive.remote;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.InconclusiveException;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Change;
import org.radcanon.archive.Outcome.Kept;
import org.radcanon.archive.Outcome.Refused;
import org.radcanon.archive.Outcome.Unavailable;
import org.radcanon.dicom.DicomException;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.Tag;

/**
 * What the answer to a store transaction means for each instance (PS3.18 10.5.3, Annex I).
 *
 * <ul>
 *   <li>Named as stored: kept. Named as failed: refused with the archive's reason, unless that is
 *       one that passes.
 *   <li>Named nowhere: under status 200 the archive is asked whether it has the instance, since
 *       some answer 200 and keep nothing. Under a status that blames the request, the only instance
 *       of a request is refused; of several any may be the bad one, so all are for a later try, one
 *       by one.
 *   <li>Everything else (authentication, not found, redirection, too many requests, server errors)
 *       is the archive's own state and passes.
 *   <li>Before the end of the request it may refuse, but nothing counts as kept: what the archive
 *       names or has under a UID need not be what was on its way.
 * </ul>
 *
 * @param query asks whether the archive has an instance
 * @param patience with all queries for one answer together
 * @param nanos a clock for that
 * @param useless makes the exception for an answer that names nothing
 */
record StowAnswer(
    Query query,
    Duration patience,
    LongSupplier nanos,
    Function<HttpResponse<?>, AnswerException> useless) {

  /** Asks the archive. */
  @FunctionalInterface
  interface Query {
    boolean holds(InstanceKey key, Duration within) throws ArchiveException;
  }

  /** An archive that does not answer a query, or answers slowly, is not asked for all. */
  private static final class Doubt {
    private final Query query;
    private final LongSupplier nanos;
    private final long until;
    private boolean failed;

    Doubt(Query query, Duration patience, LongSupplier nanos) {
      this.query = query;
      this.nanos = nanos;
      this.until = nanos.getAsLong() + patience.toNanos();
    }

    boolean surelyHolds(InstanceKey key) {
      long left = until - nanos.getAsLong();
      try {
        return !failed && left > 0 && query.holds(key, Duration.ofNanos(left));
      } catch (ArchiveException e) {
        failed = true;
        return false;
      }
    }
  }

  static final String EARLY = "the archive answered before the end of the request";

  private static final Set<Integer> ABOUT_INSTANCES = Set.of(200, 202, 400, 409, 413, 415, 422);
  private static final Set<Integer> BLAMES_REQUEST = Set.of(400, 409, 413, 415, 422);
  private static final int CANNOT_UNDERSTAND = 0xC000;
  private static final int PROCESSING_FAILURE = 0x0110;

  /** One outcome for each instance, in order. */
  List<Outcome> outcomes(HttpResponse<byte[]> answer, List<Instance> instances) {
    JsonDataSet body =
        ABOUT_INSTANCES.contains(answer.statusCode()) ? parse(answer.body()) : JsonDataSet.empty();
    boolean single = instances.size() == 1;
    StowReport report = StowReport.of(body, single);
    Doubt doubt = new Doubt(query, patience, nanos);
    return instances.stream()
        .map(
            instance ->
                named(instance.key(), report)
                    .orElseGet(() -> unnamed(instance.key(), answer, single, doubt)))
        .toList();
  }

  /** The same for an answer that came before the end of the request. */
  List<Outcome> early(HttpResponse<byte[]> answer, List<Instance> instances) {
    return new StowAnswer((key, within) -> true, patience, nanos, useless)
        .outcomes(answer, instances).stream()
            .map(outcome -> outcome instanceof Kept ? unavailable(EARLY) : outcome)
            .toList();
  }

  private static JsonDataSet parse(byte[] body) {
    try {
      return JsonDataSet.parseAll(new String(body, StandardCharsets.UTF_8)).stream()
          .findFirst()
          .orElseGet(JsonDataSet::empty);
    } catch (DicomException e) {
      return JsonDataSet.empty();
    }
  }

  private static Optional<Outcome> named(InstanceKey key, StowReport report) {
    Optional<JsonDataSet> stored = report.stored(key);
    Optional<JsonDataSet> failed = report.failed(key);
    if (stored.isPresent() && failed.isPresent()) {
      return Optional.of(
          unavailable("the archive says that it stored an instance, and that it did not"));
    }
    return stored
        .map(item -> kept(number(item, Tag.WarningReason)))
        .or(() -> failed.map(item -> failed(number(item, Tag.FailureReason))));
  }

  private static OptionalInt number(JsonDataSet item, int tag) {
    return item.strings(tag).stream()
        .filter(text -> text.matches("\\d{1,5}"))
        .mapToInt(Integer::parseInt)
        .findFirst();
  }

  private static Outcome kept(OptionalInt warning) {
    return new Kept(Change.TAKEN, warning);
  }

  private static Outcome failed(OptionalInt reason) {
    int status = reason.isPresent() ? Statuses.failure(reason.getAsInt()) : PROCESSING_FAILURE;
    String words = "the archive failed the instance with %04X".formatted(status);
    return Statuses.passes(status) ? unavailable(words) : new Refused(status, words);
  }

  private Outcome unnamed(
      InstanceKey key, HttpResponse<byte[]> answer, boolean single, Doubt doubt) {
    int status = answer.statusCode();
    if (status == 200) {
      return doubt.surelyHolds(key)
          ? kept(OptionalInt.empty())
          : unavailable("the archive answered 200, but does not have the instance");
    }
    if (!BLAMES_REQUEST.contains(status)) {
      return new Unavailable(useless.apply(answer));
    }
    String words = "the archive answered " + status;
    return single
        ? new Refused(status == 400 ? CANNOT_UNDERSTAND : PROCESSING_FAILURE, words)
        : new Unavailable(new InconclusiveException(words));
  }

  private static Outcome unavailable(String reason) {
    return new Unavailable(new ArchiveException(reason));
  }
}
