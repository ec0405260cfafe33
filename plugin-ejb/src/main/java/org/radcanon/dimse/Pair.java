package org.radcanon.dimse;

/** What one presentation context of ours proposes: an abstract syntax in one transfer syntax. */
record Pair(String abstractSyntax, String transferSyntax) {}
