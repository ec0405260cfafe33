package org.radcanon.web.dicomweb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.radcanon.dicom.TransferSyntax;
import org.radcanon.intake.Intake;
import org.radcanon.intake.Intake.Incoming;
import org.radcanon.intake.StoreResult;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.FailureReason;
import org.radcanon.intake.configuration.DicomWebSettings;
import org.radcanon.web.MediaTypeValue;
import org.radcanon.web.WebLog;
import org.radcanon.web.dicomweb.MultipartReader.Part;

/** Hands the parts of a body to intake, one after the other (PS3.18 10.5). */
@ApplicationScoped
public class StowService {
  static final String DICOM = "application/dicom";
  private static final String BREAKS_OFF = "The request body breaks off";
  private static final String TOO_MANY = "The request has more parts than this service takes";

  /** Every part leaves a line in the answer, which is held in memory until the end. */
  private static final int MAX_PARTS = 100_000;

  private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");

  private final Intake intake;
  private final DicomWebSettings settings;
  private final int maxParts;

  /** For the container's proxies only. */
  protected StowService() {
    this(null, null, MAX_PARTS);
  }

  @Inject
  public StowService(Intake intake, DicomWebSettings settings) {
    this(intake, settings, MAX_PARTS);
  }

  StowService(Intake intake, DicomWebSettings settings, int maxParts) {
    this.maxParts = maxParts;
    this.intake = intake;
    this.settings = settings;
  }

  /**
   * Stores what the body holds. A part that fails does not stop the others; a body that breaks off
   * ends the work, and what was whole before stays stored; so does a part too many.
   *
   * @param contentType {@code multipart/related}, checked by the caller
   * @throws MultipartException when there is no part to speak of
   */
  StowOutcome store(InputStream body, MediaTypeValue contentType, Optional<String> study)
      throws IOException {
    String boundary =
        contentType
            .parameter("boundary")
            .orElseThrow(() -> new MultipartException("the Content-Type has no boundary"));
    boolean typed = contentType.typeParameter("type").isPresent();
    MultipartReader reader = new MultipartReader(body, boundary, settings.stowMaxPartBytes());
    List<StoreResult> results = new ArrayList<>();
    while (true) {
      Optional<Part> part = next(reader, results);
      if (part.isEmpty()) {
        return new StowOutcome(results, false);
      }
      if (results.size() == maxParts) {
        WebLog.LOG.bodyBroken(maxParts + 1, TOO_MANY);
        results.add(failed(FailureReason.OUT_OF_RESOURCES, TOO_MANY));
        return new StowOutcome(results, false);
      }
      PartContent content = part.get().content();
      results.add(store(part.get(), typed, study));
      if (!content.drain()) {
        return brokenOff(content, results);
      }
    }
  }

  private static Optional<Part> next(MultipartReader reader, List<StoreResult> results)
      throws IOException {
    try {
      Optional<Part> part = reader.next();
      if (part.isEmpty() && results.isEmpty()) {
        throw new MultipartException("the body has no parts");
      }
      return part;
    } catch (MultipartException e) {
      if (results.isEmpty()) {
        throw e;
      }
      return brokenOff(e.getMessage(), results);
    } catch (IOException e) {
      if (results.isEmpty()) {
        WebLog.LOG.bodyBroken(1, e.getMessage());
        throw new MultipartException(BREAKS_OFF);
      }
      return brokenOff(e.getMessage(), results);
    }
  }

  private static Optional<Part> brokenOff(String why, List<StoreResult> results) {
    WebLog.LOG.bodyBroken(results.size() + 1, why);
    results.add(failed(FailureReason.CANNOT_UNDERSTAND, BREAKS_OFF));
    return Optional.empty();
  }

  private StoreResult store(Part part, boolean typed, Optional<String> study) {
    Optional<MediaTypeValue> type = part.contentType();
    if (type.isEmpty() ? !typed : !type.get().is(DICOM)) {
      return failed(FailureReason.CANNOT_UNDERSTAND, "The part is not application/dicom");
    }
    return intake.store(
        new Incoming(
            part.content(),
            type.flatMap(t -> t.parameter("transfer-syntax"))
                .map(String::strip)
                .filter(UID.asMatchPredicate())
                .map(TransferSyntax::of),
            study,
            Optional.empty()));
  }

  /** The part was not whole: whatever intake made of what it saw, it is told by this. */
  private static StowOutcome brokenOff(PartContent content, List<StoreResult> results) {
    boolean tooLarge = content.isTooLarge();
    String why = tooLarge ? "The part is larger than this service takes" : BREAKS_OFF;
    WebLog.LOG.bodyBroken(
        results.size(), content.broken().map(IOException::getMessage).orElse(why));
    int last = results.size() - 1;
    if (results.get(last) instanceof Failed f) {
      FailureReason reason =
          tooLarge ? FailureReason.OUT_OF_RESOURCES : FailureReason.CANNOT_UNDERSTAND;
      results.set(last, new Failed(f.sopClass(), f.sopInstance(), reason, why));
    }
    return new StowOutcome(results, tooLarge);
  }

  private static Failed failed(FailureReason reason, String comment) {
    return new Failed(Optional.empty(), Optional.empty(), reason, comment);
  }
}
