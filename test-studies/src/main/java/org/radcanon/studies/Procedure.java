package org.radcanon.studies;

import java.util.List;
import java.util.Optional;
import org.radcanon.studies.image.View;
import org.radcanon.studies.writer.CharacterSet;
import org.radcanon.studies.writer.Code;

/**
 * What a made study says about itself.
 *
 * @param description Study Description (0008,1030); empty for a study without one
 * @param views its series
 * @param performed code for Procedure Code Sequence (0008,1032)
 * @param requested code for Request Attributes Sequence (0040,0275), Requested Procedure Code
 *     Sequence (0032,1064)
 * @param protocol code for Performed Protocol Code Sequence (0040,0260)
 * @param characterSet in which its text is written
 * @param patientName one that the character set can write
 */
public record Procedure(
    String description,
    List<View> views,
    Optional<Code> performed,
    Optional<Code> requested,
    Optional<Code> protocol,
    CharacterSet characterSet,
    String patientName) {

  /** The institution of all that is made here. */
  public static final String INSTITUTION = "Radcanon Test Hospital";

  public Procedure {
    views = List.copyOf(views);
  }

  public static Procedure of(String description, View... views) {
    return new Procedure(
        description,
        List.of(views),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CharacterSet.ASCII,
        "");
  }

  /** With a code in Procedure Code Sequence (0008,1032). */
  public Procedure performed(String value, String scheme, String meaning) {
    return new Procedure(
        description,
        views,
        Optional.of(new Code(value, scheme, meaning)),
        requested,
        protocol,
        characterSet,
        patientName);
  }

  /** With a code copied from the worklist's Requested Procedure Code Sequence. */
  public Procedure requested(String value, String scheme, String meaning) {
    return new Procedure(
        description,
        views,
        performed,
        Optional.of(new Code(value, scheme, meaning)),
        protocol,
        characterSet,
        patientName);
  }

  /** With a code in Performed Protocol Code Sequence. */
  public Procedure protocol(String value, String scheme, String meaning) {
    return new Procedure(
        description,
        views,
        performed,
        requested,
        Optional.of(new Code(value, scheme, meaning)),
        characterSet,
        patientName);
  }

  public Procedure in(CharacterSet set, String nameOfPatient) {
    return new Procedure(description, views, performed, requested, protocol, set, nameOfPatient);
  }
}
