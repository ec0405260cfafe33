package org.radcanon.studies.writer;

/**
 * One native frame: little endian, pixel interleaved.
 *
 * @param samples samples per pixel
 * @param bytesPerSample 1 or 2
 * @param precision Bits Stored
 */
record Frame(byte[] bytes, int rows, int columns, int samples, int bytesPerSample, int precision) {

  int sample(int row, int column, int sample) {
    int at = ((row * columns + column) * samples + sample) * bytesPerSample;
    return bytesPerSample == 1 ? bytes[at] & 0xFF : bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
  }
}
