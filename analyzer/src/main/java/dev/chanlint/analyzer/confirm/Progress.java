package dev.chanlint.analyzer.confirm;

/** Hears how far a confirmation is. Called by several threads. */
@FunctionalInterface
public interface Progress {

  /** Hears nothing. */
  Progress NONE = (entry, explored, all) -> {};

  /**
   * An entry point's exploration begins.
   *
   * @param entry the binary name of its class
   * @param explored how many entry points are done
   * @param all how many there are
   */
  void exploring(String entry, int explored, int all);
}
