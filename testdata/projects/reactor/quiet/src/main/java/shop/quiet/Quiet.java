package shop.quiet;

/** Nothing to find. */
public final class Quiet {

  private Quiet() {}

  public static int twice(int number) {
    return 2 * number;
  }
}
