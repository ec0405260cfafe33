/**
 * The study index: JPA entities, their schema (Flyway), and QIDO-RS matching compiled to queries
 * (PS3.4 C.2.2.2, PS3.18 10.6).
 *
 * <p>Answers every query about what is in the archive; filled by intake.
 */
package org.radcanon.index;
