package org.radcanon.dimse;

/**
 * A presentation context in force on an association (PS3.8 7.1.1.13).
 *
 * @param id odd, 1 to 255
 */
public record AcceptedContext(int id, String abstractSyntax, String transferSyntax) {}
