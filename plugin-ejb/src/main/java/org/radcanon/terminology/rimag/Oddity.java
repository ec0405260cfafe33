package org.radcanon.terminology.rimag;

/**
 * Something that the standard has wrong, twice, or not at all; reported, never repaired silently.
 *
 * @param code the item, site or other code it is about; may be empty
 * @param kind a keyword, such as {@code site-never-used-by-an-item}
 * @param detail what is printed, and what was expected
 */
public record Oddity(String code, String kind, String detail) {}
