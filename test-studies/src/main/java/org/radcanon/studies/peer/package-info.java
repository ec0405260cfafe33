/**
 * Programs of others beside a radcanon server of its own, started on free ports of loopback in a
 * folder that goes away with them: Debian's Orthanc and DCMTK, and the server as {@code ./radcanon
 * run} starts it. Whatever was started ends with this process.
 */
package org.radcanon.studies.peer;
