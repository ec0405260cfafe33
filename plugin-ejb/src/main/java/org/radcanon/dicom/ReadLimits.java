package org.radcanon.dicom;

/**
 * What a hostile stream may cost.
 *
 * @param headerBytes bytes of header held in memory at most
 * @param nesting depth of sequences at most
 * @param inflatedRatio inflated bytes per deflated byte at most, counted from the first MiB on
 */
public record ReadLimits(int headerBytes, int nesting, int inflatedRatio) {

  public static final ReadLimits DEFAULT = new ReadLimits(16 << 20, 64, 200);
}
