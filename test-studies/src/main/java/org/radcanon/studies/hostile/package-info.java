/**
 * Inputs that a store must survive: {@link org.radcanon.studies.hostile.HostileInputs} must never
 * be stored, {@link org.radcanon.studies.hostile.OddInputs} are strange but right, or wrong in a
 * way that every archive lives with, and must be.
 */
package org.radcanon.studies.hostile;
