package dev.chanlint.analyzer.cli;

import java.util.List;

/**
 * How programs are run.
 *
 * @param allowed the effects that they may have, by name
 * @param cached whether what was explored before need not be explored again
 */
record SandboxOptions(List<String> allowed, boolean cached) {

  /** No effect is allowed. */
  static final SandboxOptions DEFAULT = new SandboxOptions(List.of(), true);

  SandboxOptions {
    allowed = List.copyOf(allowed);
  }
}
