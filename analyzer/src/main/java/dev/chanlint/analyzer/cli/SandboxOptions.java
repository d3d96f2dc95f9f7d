package dev.chanlint.analyzer.cli;

import java.util.List;

/**
 * How programs are run.
 *
 * @param allowed the effects that they may have, by name
 * @param cached whether what was explored before need not be explored again
 */
record SandboxOptions(List<String> allowed, boolean cached) {

  SandboxOptions {
    allowed = List.copyOf(allowed);
  }
}
