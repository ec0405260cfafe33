package org.radcanon.web.dicomweb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.radcanon.dicom.TransferSyntax;
import org.radcanon.intake.Intake;
import org.radcanon.intake.Intake.Incoming;
import org.radcanon.intake.StoreResult.FailureReason;
import org.radcanon.intake.configuration.DicomWebSettings;
import org.radcanon.web.MediaTypeValue;
import org.radcanon.web.WebLog;
import org.radcanon.web.dicomweb.MultipartReader.Part;

/**
 * Hands the parts of a body to intake, one after the other and all in one batch, so that an archive
 * behind can be given them in one request (PS3.18 10.5).
 */
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
    try (StowParts parts = new StowParts(intake)) {
      boolean tooLarge = takeAll(reader, parts, typed, study);
      return new StowOutcome(parts.finish(), tooLarge);
    }
  }

  /**
   * @return true when a part passed the limit
   */
  private boolean takeAll(
      MultipartReader reader, StowParts parts, boolean typed, Optional<String> study)
      throws IOException {
    for (Optional<Part> part = next(reader, parts); part.isPresent(); part = next(reader, parts)) {
      if (parts.size() == maxParts) {
        WebLog.LOG.bodyBroken(maxParts + 1, TOO_MANY);
        parts.fail(FailureReason.OUT_OF_RESOURCES, TOO_MANY);
        return false;
      }
      take(part.get(), parts, typed, study);
      PartContent content = part.get().content();
      if (!content.drain()) {
        cut(content, parts);
        return content.isTooLarge();
      }
    }
    return false;
  }

  private static Optional<Part> next(MultipartReader reader, StowParts parts) throws IOException {
    try {
      Optional<Part> part = reader.next();
      if (part.isEmpty() && parts.size() == 0) {
        throw new MultipartException("the body has no parts");
      }
      return part;
    } catch (MultipartException e) {
      if (parts.size() == 0) {
        throw e;
      }
      return brokenOff(e.getMessage(), parts);
    } catch (IOException e) {
      if (parts.size() == 0) {
        WebLog.LOG.bodyBroken(1, e.getMessage());
        throw new MultipartException(BREAKS_OFF);
      }
      return brokenOff(e.getMessage(), parts);
    }
  }

  private static Optional<Part> brokenOff(String why, StowParts parts) {
    WebLog.LOG.bodyBroken(parts.size() + 1, why);
    parts.fail(FailureReason.CANNOT_UNDERSTAND, BREAKS_OFF);
    return Optional.empty();
  }

  private static void take(Part part, StowParts parts, boolean typed, Optional<String> study) {
    Optional<MediaTypeValue> type = part.contentType();
    if (type.isEmpty() ? !typed : !type.get().is(DICOM)) {
      parts.fail(FailureReason.CANNOT_UNDERSTAND, "The part is not application/dicom");
      return;
    }
    parts.add(
        new Incoming(
            part.content(),
            type.flatMap(t -> t.parameter("transfer-syntax"))
                .map(String::strip)
                .filter(UID.asMatchPredicate())
                .map(TransferSyntax::of),
            study,
            Optional.empty()));
  }

  private static void cut(PartContent content, StowParts parts) {
    boolean tooLarge = content.isTooLarge();
    String why = tooLarge ? "The part is larger than this service takes" : BREAKS_OFF;
    WebLog.LOG.bodyBroken(parts.size(), content.broken().map(IOException::getMessage).orElse(why));
    parts.lastWasCut(
        tooLarge ? FailureReason.OUT_OF_RESOURCES : FailureReason.CANNOT_UNDERSTAND, why);
  }
}
