package org.radcanon;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of rooms: who may use whom, and nothing in a circle. */
class ArchitectureTest {

  private static final String ROOT = "org.radcanon";
  private static final String TERMINOLOGY = ROOT + ".terminology";
  private static final Path SOURCES = Path.of("src/main/java/org/radcanon");

  /** The production classes of this module only. */
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  private static final String[] JDK = {"java..", "javax.crypto..", "javax.net..", "javax.xml.."};
  private static final String[] CONTAINER = {"jakarta..", "javax.sql..", "org.jboss.logging.."};

  /** One row of the table: the other rooms and the libraries that a room may use. */
  private enum Room {
    DICOM(rooms()),
    DIMSE(rooms("dicom")),
    TERMINOLOGY(rooms(), "org.apache.commons.csv.."),
    ENRICHMENT(rooms("dicom", "terminology")),
    ARCHIVE(rooms("dicom", "dimse")),
    INDEX(rooms("dicom", "terminology"), with(CONTAINER, "org.flywaydb..")),
    FHIR(rooms("index", "terminology"), "ca.uhn.fhir..", "org.hl7.fhir.."),
    AUDIT(rooms()),
    COMMAND(rooms("dicom", "terminology", "enrichment"), "org.apache.commons.csv.."),
    INTAKE(
        rooms(
            "dicom",
            "dimse",
            "terminology",
            "enrichment",
            "archive",
            "index",
            "fhir",
            "audit",
            "health"),
        with(CONTAINER, "org.eclipse.microprofile..", "ca.uhn.fhir..", "org.hl7.fhir.."));

    private final String[] allowed;

    Room(List<String> rooms, String... libraries) {
      List<String> all = new ArrayList<>(List.of(JDK));
      all.add(packages(name().toLowerCase(Locale.ROOT)));
      rooms.forEach(room -> all.add(packages(room)));
      all.addAll(Arrays.asList(libraries));
      allowed = all.toArray(String[]::new);
    }

    String folder() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static String packages(String room) {
      return ROOT + "." + room + "..";
    }
  }

  /** Terminology is several rooms: what each may use of the others; the one in front is empty. */
  private static final Map<String, List<String>> WITHIN_TERMINOLOGY =
      Map.ofEntries(
          entry("table", rooms()),
          entry("text", rooms("table")),
          entry("rimag", rooms("table")),
          entry("", rooms("table", "rimag")),
          entry("map", rooms("", "table", "rimag")),
          entry("relation", rooms("")),
          entry("search", rooms("")),
          entry("site", rooms("", "table", "text")),
          entry("reading", rooms("", "table", "text", "relation")),
          entry("resolve", rooms("", "table", "relation", "site", "reading")),
          entry("live", rooms("", "table", "text", "rimag", "map", "site", "reading", "resolve")),
          entry("build", rooms("", "table", "rimag")),
          entry("gap", rooms("", "text")));

  private static List<String> rooms(String... names) {
    return List.of(names);
  }

  private static String[] with(String[] some, String... more) {
    return Stream.of(some, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  @ParameterizedTest
  @EnumSource
  void a_room_uses_only_what_the_table_allows(Room room) {
    classes()
        .that()
        .resideInAPackage(Room.packages(room.folder()))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(room.allowed).or(primitives()))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("roomsOfTerminology")
  void a_room_within_terminology_uses_only_what_its_table_allows(String room) {
    String[] allowed =
        Stream.concat(Stream.of(room), WITHIN_TERMINOLOGY.get(room).stream())
            .map(ArchitectureTest::withinTerminology)
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(withinTerminology(room))
        .should()
        .dependOnClassesThat(
            resideInAPackage(TERMINOLOGY + "..").and(not(resideInAnyPackage(allowed))))
        .check(CLASSES);
  }

  private static Set<String> roomsOfTerminology() {
    return WITHIN_TERMINOLOGY.keySet();
  }

  private static String withinTerminology(String room) {
    return room.isEmpty() ? TERMINOLOGY : TERMINOLOGY + "." + room;
  }

  @Test
  void every_room_within_terminology_stands_in_its_table() {
    assertThat(CLASSES.that(resideInAPackage(TERMINOLOGY + "..")))
        .extracting(JavaClass::getPackageName)
        .containsOnly(
            WITHIN_TERMINOLOGY.keySet().stream()
                .map(ArchitectureTest::withinTerminology)
                .toArray(String[]::new));
  }

  @Test
  void rooms_depend_on_each_other_in_one_direction_only() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packages_within_a_room_depend_on_each_other_in_one_direction_only() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void every_class_is_in_a_room_of_the_table() {
    String[] all =
        Arrays.stream(Room.values()).map(r -> Room.packages(r.folder())).toArray(String[]::new);

    assertThat(CLASSES.that(not(resideInAnyPackage(all)))).isEmpty();
    assertThat(CLASSES.that(resideInAnyPackage(all))).isNotEmpty();
  }

  @Test
  void every_package_says_what_it_is() throws Exception {
    Set<Path> packages;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      packages =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .collect(Collectors.toSet());
    }

    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.resolve("package-info.java")).isRegularFile());
  }

  @Test
  void nothing_but_a_command_line_tool_prints_to_the_console() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES.that(not(commandLineTools())));
  }

  private static DescribedPredicate<JavaClass> commandLineTools() {
    return DescribedPredicate.describe(
        "command line tools", type -> type.tryGetMethod("main", String[].class).isPresent());
  }

  private static DescribedPredicate<JavaClass> primitives() {
    return DescribedPredicate.describe(
        "primitives and arrays of them", type -> type.getBaseComponentType().isPrimitive());
  }
}
