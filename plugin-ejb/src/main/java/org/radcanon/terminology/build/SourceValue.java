package org.radcanon.terminology.build;

/**
 * A row of {@code values.csv}; {@code attribute} and {@code parent} may be empty.
 *
 * @param attribute name of an {@link org.radcanon.terminology.Attribute}, or empty for an ancestor
 */
public record SourceValue(
    String id, String attribute, String label, String shortLabel, String name, String parent) {}
