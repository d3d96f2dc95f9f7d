package dev.chanlint.verification;

import java.util.Locale;

/** How much to run: a sample in each build, all of it with {@code -Pverify-runtime}. */
public enum Effort {
  /** What fits into a build. */
  SAMPLE,
  /** The full sweep. */
  FULL;

  /** The one asked for. */
  public static Effort asked() {
    return valueOf(System.getProperty("chanlint.test.effort", "sample").toUpperCase(Locale.ROOT));
  }

  /** One of two numbers. */
  public static int scale(int sample, int full) {
    return asked() == FULL ? full : sample;
  }
}
