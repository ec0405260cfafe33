/**
 * Where the rooms say whether they can work, and MicroProfile Health (4.0) asks them.
 *
 * <p>WildFly finds health checks of an EAR only in the EAR's own libraries, not in its EJB jar or
 * WAR; this jar is such a library. So a room does not implement a check: it puts a question on the
 * {@link org.radcanon.health.HealthBoard} when it starts, and the checks here ask the board.
 *
 * <p>May be used by {@code intake} and the web packages; uses the JDK, CDI and MicroProfile Health.
 */
package org.radcanon.health;
