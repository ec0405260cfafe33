package org.radcanon.archive;

/**
 * What an archive has to know of an instance before its bytes.
 *
 * @param sopClass SOP Class UID (0008,0016)
 * @param transferSyntax Transfer Syntax UID of the bytes that will be written
 */
public record Instance(InstanceKey key, String sopClass, String transferSyntax) {}
