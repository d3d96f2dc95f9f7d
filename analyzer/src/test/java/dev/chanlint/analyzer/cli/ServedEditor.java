package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

/** Tests of an editor in a folder of its own, served by a language server in this process. */
abstract class ServedEditor {

  /** A program whose channel has a sender, with room for a statement behind that. */
  static final String JOBS =
      """
      import dev.chanlint.runtime.*;

      class Jobs {
        public static void main(String[] args) {
          Go.run(
              () -> {
                Chan<Integer> answers = Chan.make();
                Go.go(() -> answers.send(1));
                %s
              });
        }
      }
      """;

  /** The program without a receiver. */
  static final String LEAKING = JOBS.formatted("");

  final Editor editor;
  final Path folder;

  /**
   * Starts the server.
   *
   * @param flags what the server's command line sets
   * @param folder where the editor works
   */
  ServedEditor(Settings flags, Path folder) throws IOException {
    this.editor = Editor.served(flags);
    this.folder = folder.toRealPath();
  }

  @AfterEach
  void hangUp() throws Exception {
    editor.close();
  }
}
