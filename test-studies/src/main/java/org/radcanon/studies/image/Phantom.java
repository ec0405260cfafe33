package org.radcanon.studies.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A picture of ellipses over a gradient, with noise.
 *
 * @param background value at the top
 * @param gradient added from top to bottom
 * @param noise amplitude
 */
record Phantom(int background, int gradient, int noise, List<Ellipse> ellipses) {

  /** Centre and half axes as fractions of the picture's side; later ones cover earlier ones. */
  private record Ellipse(double x, double y, double halfWidth, double halfHeight, int value) {
    /** Paints the columns that it covers in the row at this height. */
    void paint(int[] row, double height) {
      double up = (height - y) / halfHeight;
      double reach = halfWidth * Math.sqrt(Math.max(0, 1 - up * up));
      int from = (int) Math.max(0, Math.ceil((x - reach) * row.length - 0.5));
      int to = (int) Math.min(row.length, Math.floor((x + reach) * row.length + 0.5));
      if (reach > 0 && from < to) {
        Arrays.fill(row, from, to, value);
      }
    }
  }

  static Phantom on(int background, int gradient, int noise) {
    return new Phantom(background, gradient, noise, List.of());
  }

  Phantom ellipse(double x, double y, double halfWidth, double halfHeight, int value) {
    List<Ellipse> more = new ArrayList<>(ellipses);
    more.add(new Ellipse(x, y, halfWidth, halfHeight, value));
    return new Phantom(background, gradient, noise, List.copyOf(more));
  }

  /** Row by row, limited to 0 up to the largest value. */
  int[] render(int size, int largest, Noise source) {
    int[] pixels = new int[size * size];
    int[] row = new int[size];
    for (int i = 0; i < size; i++) {
      double height = (i + 0.5) / size;
      Arrays.fill(row, background + (int) (gradient * height));
      ellipses.forEach(ellipse -> ellipse.paint(row, height));
      for (int column = 0; column < size; column++) {
        int value = row[column] + source.around(noise);
        pixels[i * size + column] = Math.max(0, Math.min(largest, value));
      }
    }
    return pixels;
  }
}
