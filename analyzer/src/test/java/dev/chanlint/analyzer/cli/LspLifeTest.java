package dev.chanlint.analyzer.cli;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanlint.analyzer.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language server from start to exit. */
class LspLifeTest {

  @TempDir private Path folder = Path.of("");

  private static void assertRefused(Editor editor, Path file, ResponseErrorCode code) {
    assertThatThrownBy(() -> editor.lenses(file))
        .cause()
        .isInstanceOfSatisfying(
            ResponseErrorException.class,
            e -> assertThat(e.getResponseError().getCode()).isEqualTo(code.getValue()));
  }

  @Test
  void answersBetweenInitializeAndShutdownAlone() throws Exception {
    Path file = folder.resolve("Jobs.java");
    try (Editor editor = Editor.served(Settings.NONE)) {
      editor.open(Editor.uri(file), "class Jobs {}");
      assertRefused(editor, file, ResponseErrorCode.ServerNotInitialized);

      assertThat(editor.initialize(folder).getServerInfo().getName()).isEqualTo("chanlint");
      assertThatThrownBy(() -> Editor.get(editor.server().initialize(new InitializeParams())))
          .hasMessageContaining("initialized already");
      assertThat(editor.lenses(file)).isEmpty();

      Editor.get(editor.server().shutdown());
      assertRefused(editor, file, ResponseErrorCode.InvalidRequest);
      editor.server().exit();
      assertThat(editor.status()).isZero();
    }
  }

  @Test
  void exitWithoutShutdownIsAFailure() throws Exception {
    try (Editor editor = Editor.served(Settings.NONE)) {
      editor.initialize(folder);
      editor.server().exit();
      assertThat(editor.status()).isOne();
    }
  }

  @Test
  void goesWhenTheEditorDoes() throws Exception {
    try (Editor editor = Editor.served(Settings.NONE)) {
      editor.initialize(folder);
      editor.hangUp();
      assertThat(editor.status()).isOne();
    }
  }

  @Test
  void goesWithTheProcessThatStartedIt() throws Exception {
    Process parent = new ProcessBuilder("sleep", "600").start();
    try (Editor editor = Editor.served(Settings.NONE)) {
      InitializeParams params = new InitializeParams();
      params.setProcessId((int) parent.pid());
      Editor.get(editor.server().initialize(params));

      parent.destroy();
      assertThat(editor.status()).isOne();
    } finally {
      parent.destroy();
    }
  }

  /** Only messages come on standard output, or the editor could not read them. */
  @Test
  void isACommand() throws Exception {
    Process process = start("lsp");
    try (Editor editor = new Editor(process.getInputStream(), process.getOutputStream())) {
      editor.initialize(folder);
      editor.open(folder.resolve("Jobs.java"), "class Jobs { synchronized void run() {} }");

      Editor.get(editor.server().shutdown());
      editor.server().exit();
      assertThat(process.waitFor(2, MINUTES)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroy();
    }
  }

  @Test
  void complainsInOneLineWhereItCannotStart() throws Exception {
    Process process = start("lsp", "--rule", "leak-sent=off");
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(said).startsWith("chanlint: --rule: ").hasLineCount(1);
  }

  private static Process start(String... words) throws IOException {
    return OwnProcess.of(List.of(), words).start();
  }
}
