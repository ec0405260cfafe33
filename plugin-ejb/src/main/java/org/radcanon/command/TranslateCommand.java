package org.radcanon.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;

/** {@code ./radcanon translate}: a code in every scheme, and its neighbours. */
final class TranslateCommand implements Command {

  static final int NO_EQUIVALENT = 3;

  private static final String TO = "--to";

  @Override
  public String help() {
    return """
        ./radcanon translate SCHEME CODE   a code's concept, its codes in every scheme, its neighbours

        SCHEME is a designator (RADLEX, LN, I10P, 99RIMAG, 99RADCANON), its UID or FHIR URI.
        Narrower and broader concepts are the nearest ones, with the attributes that differ.
        Exit code: 0 found; 1 unknown; 3 known, but without an equivalent in the scheme of --to.

        Options:
          --to SCHEME       codes of this scheme only
        %s

        Example:
          ./radcanon translate RADLEX RPID145 --to LN
        """
        .formatted(OpenMap.HELP);
  }

  @Override
  public Set<String> options() {
    return Set.of(OpenMap.OPTION, TO);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    List<String> words = arguments.words(2, 2, "SCHEME CODE");
    CanonicalMap map = OpenMap.of(arguments, terminal).map();
    CodingScheme scheme = scheme(map, words.get(0));
    Optional<String> to = arguments.option(TO).map(target -> scheme(map, target).designator());
    String given = words.get(1).strip();
    UnknownCode unknown = new UnknownCode(map);
    String code =
        map.byCode(scheme.designator(), given).isPresent()
            ? given
            : unknown.written(scheme.designator(), given).map(Code::value).orElse(given);
    Optional<Concept> concept = map.byCode(scheme.designator(), code);
    if (concept.isEmpty()) {
      unknown.explain(scheme.designator(), code).forEach(terminal.err()::println);
      return Main.FAILED;
    }
    new TranslationPage(map, to, terminal).print(scheme.designator(), code, concept.get());
    boolean found =
        to.isEmpty()
            || concept.get().codeIn(to.get()).isPresent()
            || !map.codes(concept.get(), to.get()).isEmpty();
    return found ? Main.DONE : NO_EQUIVALENT;
  }

  private static CodingScheme scheme(CanonicalMap map, String given) {
    return map.scheme(given)
        .or(() -> map.schemes().stream().filter(s -> is(s, given)).findFirst())
        .orElseThrow(
            () ->
                new CommandException(
                    "there is no scheme "
                        + given
                        + "; there are "
                        + String.join(
                            ", ", map.schemes().stream().map(CodingScheme::designator).toList())));
  }

  private static boolean is(CodingScheme scheme, String given) {
    return scheme.designator().equalsIgnoreCase(given);
  }
}
