package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanlint.analyzer.config.Amount;
import dev.chanlint.analyzer.config.Key;
import dev.chanlint.analyzer.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkDoneProgressKind;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor has findings run, and cancels that. */
class LspRunTest extends ServedEditor {

  /**
   * The send is never met: the first number of this seed is another. There are more schedules than
   * time.
   */
  private static final String ENDLESS =
      """
      import dev.chanlint.runtime.*;

      class Endless {
        public static void main(String[] args) {
          Go.run(
              () -> {
                Chan<Integer> answers = Chan.make();
                if (new java.util.Random(7).nextInt() == 5) {
                  Go.go(() -> answers.send(1));
                }
                Mutex mutex = new Mutex();
                WaitGroup group = new WaitGroup();
                for (int i = 0; i < 9; i++) {
                  group.go(
                      () -> {
                        for (int j = 0; j < 9; j++) {
                          mutex.lock();
                          mutex.unlock();
                        }
                      });
                }
                group.await();
              });
        }
      }
      """;

  private static final Amount LONG =
      new Amount(Optional.of(Duration.ofMinutes(30)), OptionalLong.empty());

  LspRunTest(@TempDir Path folder) throws IOException {
    super(Settings.NONE.with(Key.BUDGET, LONG), folder);
  }

  private Command command(Path file) throws Exception {
    return editor.lenses(file).getFirst().getCommand();
  }

  @Test
  void runsTheWitness() throws Exception {
    Path jobs = folder.resolve("Jobs.java");
    editor.initialize(folder);
    editor.open(jobs, LEAKING);

    Command command = command(jobs);
    assertThat(command.getTitle()).isEqualTo("Run the witness of leak-send");
    Map<?, ?> answer = (Map<?, ?>) Editor.get(editor.run(command));
    editor.settle(jobs);

    assertThat(answer.get("verdict")).isEqualTo("CONFIRMED");
    assertThat(answer.get("text")).asString().contains("replay: ", "Jobs:");
    assertThat(editor.messages())
        .singleElement()
        .asString()
        .startsWith("leak-send: CONFIRMED: leak in Jobs: ");
    assertThat(editor.progress())
        .startsWith(WorkDoneProgressKind.begin, WorkDoneProgressKind.report)
        .endsWith(WorkDoneProgressKind.end);
    assertThat(command(jobs).getTitle()).isEqualTo("Run the witness again of leak-send");
    Diagnostic confirmed = editor.diagnostics(jobs).getFirst();
    assertThat(confirmed.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
    assertThat(confirmed.getMessage().getLeft()).endsWith("(CONFIRMED)");
    assertThat(editor.hover(jobs, new Position(7, 25))).contains("BLOCKED [chan send]");

    editor.change(jobs, LEAKING + "\n");
    assertThat(editor.diagnostics(jobs).getFirst().getSeverity())
        .as("what was run is another text")
        .isEqualTo(DiagnosticSeverity.Warning);
  }

  @Test
  void aRunThatIsCancelledMakesRoomForTheNext() throws Exception {
    Path endless = folder.resolve("Endless.java");
    Path jobs = folder.resolve("Jobs.java");
    editor.initialize(folder);
    editor.open(endless, ENDLESS);
    editor.open(jobs, LEAKING);

    CompletableFuture<Object> first = editor.run(command(endless));
    Editor.get(editor.exploring());
    CompletableFuture<Object> second = editor.run(command(jobs));
    // It asks the server first, whose answer may be here before it marks its own future.
    first.cancel(true);
    assertThat(first).isCompletedExceptionally();

    Map<?, ?> answer = (Map<?, ?>) Editor.get(second);
    assertThat(answer.get("verdict")).isEqualTo("CONFIRMED");
    assertThat(editor.messages()).hasSize(1);
  }

  @Test
  void aRunIsCancelledWhereItsProgressIsShown() throws Exception {
    Path endless = folder.resolve("Endless.java");
    editor.initialize(folder);
    editor.open(endless, ENDLESS);

    CompletableFuture<Object> run = editor.run(command(endless));
    editor
        .server()
        .cancelProgress(new WorkDoneProgressCancelParams(Editor.get(editor.exploring())));

    assertThatThrownBy(() -> Editor.get(run)).hasMessageContaining("has been cancelled");
    assertThat(editor.messages()).isEmpty();
  }

  @Test
  void whatIsGoneIsNotRun() throws Exception {
    Path jobs = folder.resolve("Jobs.java");
    editor.initialize(folder);
    editor.open(jobs, LEAKING);
    Command command = command(jobs);
    editor.change(jobs, "class Jobs {}");

    assertThatThrownBy(() -> Editor.get(editor.run(command)))
        .hasCauseInstanceOf(ResponseErrorException.class)
        .hasMessageContaining("the finding is gone");
    assertThatThrownBy(() -> Editor.get(editor.run(new Command("", "chanlint.other"))))
        .hasMessageContaining("no such command");
  }
}
