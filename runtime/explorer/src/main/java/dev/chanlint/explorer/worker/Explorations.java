package dev.chanlint.explorer.worker;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import java.util.List;
import java.util.Set;

/** Explorations that did not come to an end of their own. */
public final class Explorations {

  private Explorations() {}

  /** One of which nothing is known. */
  public static Exploration cutShort(String reason) {
    return cutShort(reason, List.of());
  }

  /** One of which only the failures met before are known. */
  static Exploration cutShort(String reason, List<Failure> met) {
    return new Exploration(0, false, false, met, Set.of(), List.of(reason), Set.of());
  }
}
