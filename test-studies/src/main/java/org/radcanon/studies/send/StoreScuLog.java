package org.radcanon.studies.send;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code storescu -v} printed: file by file the status that came back.
 *
 * <pre>
 * I: Sending file: a.dcm
 * I: Received Store Response (Success)
 * </pre>
 *
 * @param statuses of the files that got a response, in the order sent
 * @param complaint the first error that storescu printed
 */
record StoreScuLog(Map<Path, Integer> statuses, Optional<String> complaint) {

  /** No response told. */
  static final int UNKNOWN = -1;

  private static final String FILE = "I: Sending file: ";
  private static final Pattern RESPONSE =
      Pattern.compile("[IEW]: Received Store Response \\((.*)\\)");
  private static final Pattern CODE = Pattern.compile("0x([0-9a-fA-F]{1,4})");

  static StoreScuLog read(Stream<String> lines) {
    Map<Path, Integer> statuses = new LinkedHashMap<>();
    Path[] file = new Path[1];
    String[] complaint = new String[1];
    lines.forEach(
        line -> {
          Matcher response = RESPONSE.matcher(line);
          if (line.startsWith(FILE)) {
            file[0] = Path.of(line.substring(FILE.length()));
          } else if (response.matches() && file[0] != null) {
            statuses.put(file[0], status(response.group(1)));
            file[0] = null;
          } else if (complaint[0] == null && line.matches("[EF]: .*")) {
            complaint[0] = line.substring(3);
          }
        });
    return new StoreScuLog(statuses, Optional.ofNullable(complaint[0]));
  }

  /** Its words back to PS3.4 Table B.2-1 and PS3.7 Annex C. */
  private static int status(String words) {
    Matcher code = CODE.matcher(words);
    if (code.find()) {
      return Integer.parseInt(code.group(1), 16);
    }
    return NAMES.stream()
        .filter(name -> words.replace(" ", "").equalsIgnoreCase(name.words()))
        .map(Name::status)
        .findFirst()
        .orElse(UNKNOWN);
  }

  private record Name(String words, int status) {}

  private static final List<Name> NAMES =
      List.of(
          new Name("Success", 0x0000),
          new Name("Refused:OutOfResources", 0xA700),
          new Name("Refused:SOPClassNotSupported", 0x0122),
          new Name("Error:DataSetDoesNotMatchSOPClass", 0xA900),
          new Name("Error:CannotUnderstand", 0xC000),
          new Name("Warning:CoercionOfDataElements", 0xB000),
          new Name("Warning:ElementsDiscarded", 0xB006),
          new Name("Warning:DataSetDoesNotMatchSOPClass", 0xB007));
}
