/**
 * Valid instances of the commonest composite IODs (PS3.3 Annex A) with phantoms for pictures:
 * ellipses, a gradient and noise. {@link org.radcanon.studies.image.Iod} lists them; each class
 * beside it fills the modules of one.
 */
package org.radcanon.studies.image;
