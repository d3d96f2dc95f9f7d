package dev.chanlint.analyzer.lsp;

import java.util.Optional;

/**
 * The process that started the server: when it is gone, so is the server's reason to be.
 *
 * @param id its number
 */
record Parent(long id) {

  /** Has something done when it is gone; now if it is not there. This process stays. */
  void whenGone(Runnable action) {
    if (id != ProcessHandle.current().pid()) {
      Optional<ProcessHandle> process = ProcessHandle.of(id);
      process.ifPresentOrElse(parent -> parent.onExit().thenRun(action), action);
    }
  }
}
