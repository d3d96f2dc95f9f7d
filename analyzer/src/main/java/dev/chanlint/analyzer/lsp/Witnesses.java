package dev.chanlint.analyzer.lsp;

import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.analyzer.lsp.Projects.Project;
import dev.chanlint.analyzer.report.Replay;
import dev.chanlint.analyzer.report.Result;
import dev.chanlint.analyzer.report.TextReport;
import dev.chanlint.explorer.witness.Painter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Has findings confirmed or refuted when the user asks for it. The user is told, and the board says
 * so as long as no text has changed.
 */
final class Witnesses implements AutoCloseable {

  private final Projects projects;
  private final Texts texts;
  private final Board board;
  private final Looks looks;
  private final LanguageClient client;
  private final Replay replay;
  private final Runs runs = new Runs();

  Witnesses(
      Projects projects,
      Texts texts,
      Board board,
      Looks looks,
      LanguageClient client,
      Replay replay) {
    this.projects = projects;
    this.texts = texts;
    this.board = board;
    this.looks = looks;
    this.client = client;
    this.replay = replay;
  }

  /**
   * What an editor is answered.
   *
   * @param verdict the verdict's word
   * @param text why, with the witness if there is one
   */
  record Answer(String verdict, String text) {}

  /**
   * Runs one when those before it are done, on the texts as they are now.
   *
   * @param progress tells the user how far it is; to cancel it, or the answer, ends the run
   */
  CompletableFuture<Answer> run(RunCommand command, Progress progress) {
    Project project = projects.of(command.file());
    Map<Path, String> unsaved = texts.under(project.root());
    CompletableFuture<Answer> answer =
        runs.run(
            progress.token(),
            () -> ran(command, project, unsaved, progress),
            ran -> {
              looks.then(() -> improve(ran, project, unsaved));
              return told(ran.result());
            });
    return ending(progress, answer);
  }

  /** An answer that comes after the end of its progress; to cancel it cancels the first. */
  private static <A> CompletableFuture<A> ending(Progress progress, CompletableFuture<A> answer) {
    CompletableFuture<A> last = answer.whenComplete((result, failure) -> progress.end());
    last.whenComplete(
        (result, failure) -> {
          if (last.isCancelled()) {
            answer.cancel(true);
          }
        });
    return last;
  }

  void cancel(Either<String, Integer> token) {
    runs.cancel(token);
  }

  private static Ran ran(
      RunCommand command, Project project, Map<Path, String> unsaved, Progress progress)
      throws InterruptedException {
    try {
      return project
          .linter()
          .run(command.file(), unsaved, command.fingerprint(), progress::report)
          .orElseThrow(() -> failed("the text has changed, and the finding is gone"));
    } catch (LinterException e) {
      throw failed(e.getMessage());
    }
  }

  private void improve(Ran ran, Project project, Map<Path, String> then) {
    if (texts.under(project.root()).equals(then)) {
      board.improve(ran.result(), ran.shown());
    }
  }

  private Answer told(Result result) {
    List<String> lines = TextReport.verdict(result, replay, Painter.PLAIN);
    MessageType type =
        result.verdict() instanceof Verdict.Confirmed ? MessageType.Warning : MessageType.Info;
    String headline = lines.isEmpty() ? result.verdict().word() : lines.getFirst().strip();
    client.showMessage(new MessageParams(type, result.finding().rule() + ": " + headline));
    return new Answer(result.verdict().word(), String.join("\n", lines));
  }

  private static ResponseErrorException failed(String message) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.RequestFailed, message, null));
  }

  @Override
  public void close() {
    runs.close();
  }
}
