/**
 * Every configuration key, typed: one group per concern, read from MicroProfile Config at start,
 * all faults reported together.
 *
 * <p>Keys, defaults, units and meanings stand in {@code META-INF/microprofile-config.properties} of
 * the {@code config} module, which is also what {@code docs/configuration.md} is checked against.
 * The groups become the other rooms' own settings; no other room reads a key.
 */
package org.radcanon.intake.configuration;
