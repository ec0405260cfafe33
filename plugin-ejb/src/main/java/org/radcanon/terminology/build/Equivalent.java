package org.radcanon.terminology.build;

import org.radcanon.terminology.MappingOverride.CodeRef;

/**
 * A code of which its scheme says that it means what another code means.
 *
 * @param procedure the code and its names; its values are the target's
 * @param target a code of any scheme of the map
 */
public record Equivalent(SourceProcedure procedure, CodeRef target) {}
