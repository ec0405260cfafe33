package org.radcanon.terminology.rimag;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.radcanon.terminology.rimag.Component.Part;
import org.radcanon.terminology.rimag.Explanation.Position;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.TableFolder;

/**
 * The Rimag standard: its tables, and every code that its structure allows, whether it lists it as
 * an item or not. Immutable.
 *
 * <p>{@code 20040100110000} is CT 胸部（平扫）: CT of any class (20), chest (040100), plain (11), without
 * post-processing (00), nothing additional (00). An institution may append {@code -x}.
 */
public final class Rimag {

  /** The designator of Rimag codes; private, since the standard has none. */
  public static final String DESIGNATOR = "99RIMAG";

  /** Where its tables lie. */
  public static final String FOLDER = "sources/rimag/";

  private final RimagTables tables;
  private final Meanings meanings;
  private final Checks checks;
  private final Inverse inverse;
  private final Naming naming;

  private Rimag(RimagTables tables) {
    this.tables = tables;
    this.meanings = new Meanings(tables);
    this.checks = new Checks(tables, meanings);
    this.inverse =
        new Inverse(
            tables, meanings, code -> RimagCode.parse(code).filter(checks::allowed).isPresent());
    this.naming = new Naming(meanings);
  }

  /** Reads the tables; what is wrong with them goes to {@code faults}. */
  public static Rimag read(TableFolder folder, Faults faults) {
    return new Rimag(new RimagTables(folder, faults));
  }

  /** As {@link #read}; empty where the folder has no table of items. */
  public static Optional<Rimag> find(TableFolder folder, Faults faults) {
    return folder.read(FOLDER + "item.csv").map(bytes -> read(folder, faults));
  }

  /** What a code says, position by position; never fails. */
  public Explanation explain(String code) {
    Optional<RimagCode> parsed = RimagCode.parse(code);
    Optional<Item> item = parsed.flatMap(c -> item(c.base()));
    return new Explanation(
        code,
        parsed.map(this::positions).orElse(List.of()),
        item.map(Item::nameZh).or(() -> parsed.map(naming::of)).orElse(""),
        item,
        parsed.flatMap(RimagCode::extension),
        values(code),
        validate(code));
  }

  private List<Position> positions(RimagCode code) {
    List<String> texts =
        List.of(code.equipment(), code.site(), code.method(), code.detail(), code.additional());
    return Arrays.stream(Part.values())
        .map(part -> new Position(part, texts.get(part.ordinal()), meanings.component(part, code)))
        .toList();
  }

  /** What is wrong with a code, or strange about it, the worst first; empty: a standard item. */
  public List<Problem> validate(String code) {
    return checks.of(code);
  }

  /**
   * The attribute values that a code means, an institution's extension left aside; empty when it
   * means nothing. Not in canonical form.
   */
  public Set<String> values(String code) {
    return RimagCode.parse(code).filter(checks::allowed).map(meanings::values).orElse(Set.of());
  }

  /**
   * All codes that mean a set of values, standard items first. Equipment stands unspecified (20 CT,
   * 30 MR, 40 DR), since its class is no part of what is done; 42 (mobile), 44 (mammography) and 45
   * (fluoroscopy) are.
   *
   * @param form in which sets of values are compared
   */
  public List<String> codesFor(Set<String> values, ValueForm form) {
    return inverse.codesFor(values, form);
  }

  /**
   * Puts a code together. Each part is given by code or by the standard's Chinese name; an empty
   * one stands for nothing (00), or for the unspecified site.
   *
   * @return the code explained, with what is wrong with it
   * @throws IllegalArgumentException when a part is neither a code nor a name of the standard
   */
  public Explanation generate(String equipment, String site, String method, String detail) {
    String device = chosen(tables.equipment.values(), equipment);
    String modality =
        meanings
            .modality(device)
            .orElseThrow(() -> new IllegalArgumentException("no equipment " + equipment));
    return explain(
        device
            + (site.isEmpty() ? Naming.UNSPECIFIED_SITE : chosen(tables.sites.values(), site))
            + (method.isEmpty() ? RimagCode.NONE : chosen(methods(modality), method))
            + (detail.isEmpty() ? RimagCode.NONE : chosen(details(modality), detail))
            + RimagCode.NONE);
  }

  private static String chosen(Collection<Component> among, String given) {
    return Stream.of(
            among.stream().filter(c -> c.code().equals(given)),
            among.stream().filter(c -> c.nameZh().equals(given)))
        .flatMap(found -> found)
        .map(Component::code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the standard has no " + given + " here"));
  }

  /** The item that a code is, if the standard lists it. */
  public Optional<Item> item(String code) {
    return Optional.ofNullable(tables.items.get(code));
  }

  /** All items, in the order of the standard. */
  public Collection<Item> items() {
    return Collections.unmodifiableCollection(tables.items.values());
  }

  /** What the standard has wrong, twice or not at all. */
  public List<Oddity> oddities() {
    return Collections.unmodifiableList(tables.oddities);
  }

  public Collection<Component> equipment() {
    return Collections.unmodifiableCollection(tables.equipment.values());
  }

  /**
   * @param modality {@code CT}, {@code MR} or {@code XR}
   */
  public Collection<Component> sites(String modality) {
    return tables.sites.values().stream().filter(s -> s.modalities().contains(modality)).toList();
  }

  /** As {@link #sites}. */
  public Collection<Component> methods(String modality) {
    return Collections.unmodifiableCollection(tables.methods.get(modality).values());
  }

  /** As {@link #sites}: post-processing of CT, positions of X-ray, nothing of MR. */
  public Collection<Component> details(String modality) {
    return Collections.unmodifiableCollection(tables.details.get(modality).values());
  }
}
