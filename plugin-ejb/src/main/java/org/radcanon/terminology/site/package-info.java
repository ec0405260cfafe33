/**
 * The site map: what a site's own codes and texts mean, line by line.
 *
 * <p>Start reading at {@link org.radcanon.terminology.site.SiteMap}. What is in force, and the
 * file, are kept by {@code live}.
 */
package org.radcanon.terminology.site;
