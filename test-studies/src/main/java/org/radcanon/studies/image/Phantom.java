package org.radcanon.studies.image;

import java.util.ArrayList;
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
    boolean covers(double px, double py) {
      double dx = (px - x) / halfWidth;
      double dy = (py - y) / halfHeight;
      return dx * dx + dy * dy <= 1;
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
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int value = at((column + 0.5) / size, (row + 0.5) / size) + source.around(noise);
        pixels[row * size + column] = Math.max(0, Math.min(largest, value));
      }
    }
    return pixels;
  }

  private int at(double x, double y) {
    for (int i = ellipses.size() - 1; i >= 0; i--) {
      if (ellipses.get(i).covers(x, y)) {
        return ellipses.get(i).value();
      }
    }
    return background + (int) (gradient * y);
  }
}
