package dev.chanlint.analyzer.lsp;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * How far something is, shown by the editor, where the user can cancel it.
 *
 * @param client shows it
 * @param token what client and server call it; empty if the editor shows none
 */
record Progress(LanguageClient client, Optional<Either<String, Integer>> token) {

  /**
   * Begins one.
   *
   * @param asked the token that the editor asked to be told by, if any
   * @param isSupported whether it shows what it has not asked for
   */
  static Progress begin(
      LanguageClient client,
      Optional<Either<String, Integer>> asked,
      boolean isSupported,
      String title) {
    Progress progress =
        new Progress(
            client, asked.or(() -> isSupported ? Optional.of(created(client)) : Optional.empty()));
    WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
    begin.setTitle(title);
    begin.setCancellable(true);
    progress.tell(begin);
    return progress;
  }

  private static Either<String, Integer> created(LanguageClient client) {
    Either<String, Integer> token = Either.forLeft(UUID.randomUUID().toString());
    // What goes out in order is received in order: there is no need to wait for the answer.
    CompletableFuture<Void> answered =
        client.createProgress(new WorkDoneProgressCreateParams(token));
    answered.exceptionally(_ -> null);
    return token;
  }

  void report(String what) {
    WorkDoneProgressReport report = new WorkDoneProgressReport();
    report.setMessage(what);
    report.setCancellable(true);
    tell(report);
  }

  void end() {
    tell(new WorkDoneProgressEnd());
  }

  private void tell(WorkDoneProgressNotification notification) {
    token.ifPresent(
        one -> client.notifyProgress(new ProgressParams(one, Either.forLeft(notification))));
  }
}
