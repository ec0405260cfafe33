package org.radcanon.terminology;

import java.util.Optional;

/**
 * A canonical value, or an ancestor of one.
 *
 * @param id RID where RadLex has the value, else one of our own ({@code RV-SOME-NAME})
 * @param attribute home axis; empty for a value that stands here as an ancestor only
 * @param label as used in concept names
 * @param shortLabel as used where a name must fit Code Meaning (64 characters)
 * @param name RadLex preferred name, else the label
 * @param parent broader value in RadLex, where known
 * @param labelZh label in Chinese; may be empty
 * @param own not a RadLex value
 */
public record AttributeValue(
    String id,
    Optional<Attribute> attribute,
    String label,
    String shortLabel,
    String name,
    Optional<String> parent,
    String labelZh,
    boolean own) {}
