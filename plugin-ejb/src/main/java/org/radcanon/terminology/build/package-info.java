/**
 * Builds the canonical map's tables from the source tables: importers of schemes, canonicalisation
 * of their attributes, the ledger of concept codes. Runs in a build or on a terminologist's desk,
 * never in the server.
 *
 * <p>Start reading at {@link org.radcanon.terminology.build.MapBuilder}. A further scheme is a
 * further importer in {@code Sources}.
 */
package org.radcanon.terminology.build;
