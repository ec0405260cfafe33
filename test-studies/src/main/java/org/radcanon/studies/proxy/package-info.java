/**
 * What may stand between radcanon and its archive and go wrong: a TCP proxy with faults of the
 * network, and an HTTP one with those of a STOW-RS service.
 */
package org.radcanon.studies.proxy;
