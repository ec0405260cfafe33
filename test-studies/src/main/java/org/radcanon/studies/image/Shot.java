package org.radcanon.studies.image;

import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.DicomObject;
import org.radcanon.studies.writer.Vr;

/**
 * One instance to be made.
 *
 * @param index from 0, within the series
 * @param count instances of the series
 * @param size rows and columns
 * @param frameOfReferenceUid shared by the study's cross-sectional series
 * @param time HHMMSS of the acquisition
 */
public record Shot(
    View view,
    int index,
    int count,
    int size,
    String frameOfReferenceUid,
    String time,
    Noise noise) {

  /** 0 at the first slice, 1 at the last. */
  double depth() {
    return count == 1 ? 0.5 : index / (count - 1.0);
  }

  /** How far anatomy has shrunk towards the ends of the stack: 0.7 to 1. */
  double girth() {
    double fromMiddle = 2 * depth() - 1;
    return 1 - 0.3 * fromMiddle * fromMiddle;
  }

  /** The Image Pixel module (PS3.3 C.7.6.3) of a grey picture in 16 bits. */
  void grey16(DicomObject object, int bitsStored, String photometric, Phantom phantom) {
    int[] pixels = phantom.render(size, (1 << bitsStored) - 1, noise);
    byte[] bytes = new byte[2 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      bytes[2 * i] = (byte) pixels[i];
      bytes[2 * i + 1] = (byte) (pixels[i] >>> 8);
    }
    describe(object, 1, 16, bitsStored, photometric);
    object.bytes(Attribute.PIXEL_DATA.tag(), Vr.OW, bytes);
  }

  /** The Image Pixel module of a colour picture, each grey value tinted. */
  void colour(DicomObject object, Phantom phantom) {
    int[] pixels = phantom.render(size, 255, noise);
    byte[] bytes = new byte[3 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      bytes[3 * i] = (byte) pixels[i];
      bytes[3 * i + 1] = (byte) (pixels[i] * 9 / 10);
      bytes[3 * i + 2] = (byte) (pixels[i] * 7 / 10);
    }
    describe(object, 3, 8, 8, "RGB");
    object.set(Attribute.PLANAR_CONFIGURATION, 0);
    object.bytes(Attribute.PIXEL_DATA.tag(), Vr.OB, bytes);
  }

  private void describe(
      DicomObject object, int samples, int allocated, int stored, String photometric) {
    object
        .set(Attribute.SAMPLES_PER_PIXEL, samples)
        .set(Attribute.PHOTOMETRIC_INTERPRETATION, photometric)
        .set(Attribute.ROWS, size)
        .set(Attribute.COLUMNS, size)
        .set(Attribute.BITS_ALLOCATED, allocated)
        .set(Attribute.BITS_STORED, stored)
        .set(Attribute.HIGH_BIT, stored - 1)
        .set(Attribute.PIXEL_REPRESENTATION, 0);
  }

  /** Image Plane and Frame of Reference modules (C.7.6.2, C.7.4.1) of an axial stack. */
  void axialPlane(DicomObject object, double pixelSpacing, double sliceThickness) {
    double corner = -pixelSpacing * (size - 1) / 2;
    double z = sliceThickness * index;
    object
        .set(Attribute.FRAME_OF_REFERENCE_UID, frameOfReferenceUid)
        .empty(Attribute.POSITION_REFERENCE_INDICATOR)
        .set(Attribute.PIXEL_SPACING, pixelSpacing, pixelSpacing)
        .set(Attribute.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
        .set(Attribute.IMAGE_POSITION_PATIENT, corner, corner, z)
        .set(Attribute.SLICE_LOCATION, z)
        .set(Attribute.SLICE_THICKNESS, sliceThickness)
        .set(Attribute.PATIENT_POSITION, "HFS");
  }
}
