package org.radcanon.terminology.build;

import java.util.List;
import org.radcanon.terminology.table.Fault;

/**
 * What a scheme's importer read: each of its codes either as a set of values or among those not
 * understood. {@link Sources} lists the importers.
 *
 * @param designator Coding Scheme Designator, as in {@code schemes.csv}
 * @param procedures those that were understood completely, in the order of their codes
 * @param notCanonicalised the codes of which a part was not understood, in their order: they get no
 *     concept
 * @param equivalents the codes that mean what codes of other schemes mean, whatever those turn out
 *     to mean
 * @param remarks rows that are no fault, but were not taken either: with file, line and reason
 */
record SchemeSource(
    String designator,
    List<SourceProcedure> procedures,
    List<Unmapped> notCanonicalised,
    List<Equivalent> equivalents,
    List<Fault> remarks) {

  SchemeSource {
    procedures = List.copyOf(procedures);
    notCanonicalised = List.copyOf(notCanonicalised);
    equivalents = List.copyOf(equivalents);
    remarks = List.copyOf(remarks);
  }

  SchemeSource(
      String designator, List<SourceProcedure> procedures, List<Unmapped> notCanonicalised) {
    this(designator, procedures, notCanonicalised, List.of());
  }

  SchemeSource(
      String designator,
      List<SourceProcedure> procedures,
      List<Unmapped> notCanonicalised,
      List<Equivalent> equivalents) {
    this(designator, procedures, notCanonicalised, equivalents, List.of());
  }
}
