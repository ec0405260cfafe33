package org.radcanon.command;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.rimag.Component;
import org.radcanon.terminology.rimag.Explanation;
import org.radcanon.terminology.rimag.Rimag;
import org.radcanon.terminology.table.Faults;

/** {@code ./radcanon rimag}: codes of the Chinese Rimag taken apart, checked, put together. */
final class RimagCommand implements Command {

  private static final String EQUIPMENT = "--equipment";
  private static final String SITE = "--site";
  private static final String METHOD = "--method";
  private static final String DETAIL = "--detail";

  @Override
  public String help() {
    return """
        ./radcanon rimag explain|validate|generate|oddities ...   codes of the Chinese Rimag

          rimag explain CODE       what each position says, the standard item, the concept, its codes
          rimag validate CODE...   what is wrong with codes, or strange about them
          rimag generate SCHEME CODE
                                   every Rimag code of the concept that a code means
          rimag generate --equipment E [--site S] [--method M] [--detail D]
                                   a code put together; each part by its code or its name
          rimag oddities           what the standard itself has wrong, twice or not at all

        A code has 14 characters: equipment (1-2), site (3-8), scan method (9-10), post-processing
        or position (11-12), additional (13-14); an institution may append -x.
        Exit code: 0 the code means something; 1 it does not.

        Options:
          --detail D        post-processing (CT) or position (X-ray)
        %s

        Example:
          ./radcanon rimag explain 20040100110000
        """
        .formatted(OpenMap.HELP);
  }

  @Override
  public Set<String> options() {
    return Set.of(OpenMap.OPTION, EQUIPMENT, SITE, METHOD, DETAIL);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    List<String> words = arguments.words(1, Integer.MAX_VALUE, "explain, validate or generate");
    List<String> rest = words.subList(1, words.size());
    boolean parts = Stream.of(EQUIPMENT, SITE, METHOD, DETAIL).anyMatch(o -> given(arguments, o));
    String what = words.get(0);
    if (parts && !what.equals("generate")) {
      throw new UsageException("parts of a code are for rimag generate");
    }
    if (!Set.of("explain", "validate", "generate", "oddities").contains(what)) {
      throw new UsageException("explain, validate, generate or oddities is expected, not " + what);
    }
    if (rest.isEmpty() != (parts || what.equals("oddities"))) {
      throw new UsageException(rest.isEmpty() ? "a code is expected" : "too many words");
    }
    OpenMap map = OpenMap.of(arguments, terminal);
    Rimag rimag = rimag(map);
    RimagPage page = new RimagPage(map.map(), terminal);
    return switch (what) {
      case "explain" -> page.explain(rimag.explain(one(rest)));
      case "oddities" -> page.oddities(rimag.oddities());
      case "validate" -> page.validate(rest.stream().map(rimag::explain).toList());
      default ->
          parts
              ? page.explain(generated(rimag, arguments, rest))
              : generate(rimag, map, page, rest);
    };
  }

  private static boolean given(Arguments arguments, String option) {
    return arguments.option(option).isPresent();
  }

  private static Rimag rimag(OpenMap map) {
    Faults faults = new Faults();
    Optional<Rimag> rimag = Rimag.find(map.tables(), faults);
    faults.refuseIfAny();
    return rimag.orElseThrow(
        () -> new CommandException("this map has no " + Rimag.FOLDER + ": --map another"));
  }

  private static String one(List<String> codes) {
    if (codes.size() > 1) {
      throw new UsageException("too many words: one code is expected");
    }
    return codes.get(0);
  }

  private static Explanation generated(Rimag rimag, Arguments arguments, List<String> rest) {
    if (!rest.isEmpty() || !given(arguments, EQUIPMENT)) {
      throw new UsageException("--equipment and parts of a code are expected, nothing else");
    }
    String equipment = named(rimag.equipment(), arguments, EQUIPMENT);
    try {
      Explanation bare = rimag.generate(equipment, "", "", "");
      String modality =
          bare.positions().get(0).component().orElseThrow().modalities().iterator().next();
      return rimag.generate(
          equipment,
          named(rimag.sites(modality), arguments, SITE),
          named(rimag.methods(modality), arguments, METHOD),
          named(rimag.details(modality), arguments, DETAIL));
    } catch (IllegalArgumentException e) {
      throw new CommandException(e.getMessage());
    }
  }

  /** The code of a component that is given by its English name; else what was given. */
  private static String named(Collection<Component> among, Arguments arguments, String option) {
    String given = arguments.option(option).orElse("").strip();
    return among.stream()
        .filter(component -> !given.isEmpty() && component.nameEn().equalsIgnoreCase(given))
        .map(Component::code)
        .findFirst()
        .orElse(given);
  }

  private static int generate(Rimag rimag, OpenMap map, RimagPage page, List<String> words) {
    if (words.size() != 2) {
      throw new UsageException("rimag generate SCHEME CODE is expected");
    }
    Concept concept =
        map.map()
            .byCode(words.get(0), words.get(1))
            .orElseThrow(
                () ->
                    new CommandException(
                        "%s has no code %s in this map".formatted(words.get(0), words.get(1))));
    Set<String> values =
        concept.attributes().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    List<String> codes = rimag.codesFor(values, map.map().form());
    return page.generated(concept, codes.stream().map(rimag::explain).toList());
  }
}
