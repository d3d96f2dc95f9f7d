package dev.chanlint.analyzer.lsp;

import dev.chanlint.analyzer.lsp.Texts.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** What goes on between an editor's first message and its last. */
final class Session implements AutoCloseable {

  private final LanguageClient client;
  private final Features features;
  private final Texts texts = new Texts();
  private final Board board = new Board(this::show);
  private final Projects projects;
  private final Looker looker;
  private final Witnesses witnesses;
  private final Diagnostics diagnostics;
  private final Hovers hovers;

  Session(Analyzer analyzer, LanguageClient client, Features features, List<Path> roots) {
    this.client = client;
    this.features = features;
    this.projects = new Projects(analyzer, roots);
    this.looker = new Looker(projects, texts, board, client);
    this.witnesses =
        new Witnesses(projects, texts, board, looker.looks(), client, analyzer.replay());
    RulePages pages = new RulePages(analyzer.pages(), analyzer.rules());
    this.diagnostics = new Diagnostics(pages, at -> texts.uri(Places.path(at)));
    this.hovers = new Hovers(pages, analyzer.replay(), features.markdown());
  }

  // What the editor tells

  void changed(Path file, Text text) {
    texts.put(file, text);
    looker.looks().request(file);
  }

  void closed(Path file) {
    texts.remove(file);
    looker.closed(file);
  }

  /** Nobody knows which of what is open has to do with it. */
  void changedOnDisk() {
    texts.files().forEach(looker.looks()::request);
  }

  void changedFolders(List<Path> added, List<Path> removed) {
    looker
        .looks()
        .then(
            () -> {
              removed.forEach(projects::remove);
              added.forEach(projects::add);
            });
    changedOnDisk();
  }

  // What it is told

  private void show(Path file, Board.Entry entry) {
    List<Diagnostic> all = new ArrayList<>();
    entry.mistake().map(Diagnostics::of).ifPresent(all::add);
    entry.results().stream().map(diagnostics::of).forEach(all::add);
    client.publishDiagnostics(new PublishDiagnosticsParams(texts.uri(file), all));
    if (features.lensRefresh()) {
      client.refreshCodeLenses();
    }
  }

  // What it asks

  Optional<Hover> hover(Path file, Position position) {
    return hovers.at(position, board.results(file));
  }

  /** An answer that goes with the text as it is: what is found in it by then is known. */
  CompletableFuture<List<CodeAction>> actions(Path file, Range range) {
    return looker
        .looks()
        .then(() -> texts.of(file).map(text -> actions(file, text, range)).orElse(List.of()));
  }

  private List<CodeAction> actions(Path file, Text text, Range range) {
    Actions actions = new Actions(text.uri(), new CodeLines(text.content()), diagnostics);
    return board.results(file).stream()
        .filter(result -> Places.overlap(Places.range(result.finding().at()), range))
        .flatMap(result -> actions.of(result).stream())
        .toList();
  }

  CompletableFuture<List<CodeLens>> lenses(Path file) {
    return looker.looks().then(() -> Lenses.of(texts.uri(file), board.results(file)));
  }

  CompletableFuture<Witnesses.Answer> run(ExecuteCommandParams params) {
    RunCommand command = RunCommand.read(params);
    Progress progress =
        Progress.begin(
            client,
            Optional.ofNullable(params.getWorkDoneToken()),
            features.progress(),
            Diagnostics.SOURCE + ": running " + command.file().getFileName());
    return witnesses.run(command, progress);
  }

  void cancelRun(Either<String, Integer> token) {
    witnesses.cancel(token);
  }

  @Override
  public void close() {
    witnesses.close();
    looker.close();
    projects.close();
  }
}
