package dev.chanlint.analyzer.lsp;

import dev.chanlint.analyzer.lsp.Texts.Text;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/** What editors say and ask of a document. Of what is no Java source file nothing is known. */
final class Documents implements TextDocumentService {

  private static final String SUFFIX = ".java";
  private static final String MODULE = "module-info.java";

  private final Server server;

  Documents(Server server) {
    this.server = server;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    var opened = params.getTextDocument();
    changed(new Text(opened.getUri(), opened.getText()));
  }

  /** Each change brings the whole text; the last one counts. */
  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    String text = params.getContentChanges().getLast().getText();
    changed(new Text(params.getTextDocument().getUri(), text));
  }

  private void changed(Text text) {
    if (isSource(text.uri())) {
      Places.path(text.uri())
          .ifPresent(file -> server.ifRunning(session -> session.changed(file, text)));
    }
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    String uri = params.getTextDocument().getUri();
    if (isSource(uri)) {
      Places.path(uri).ifPresent(file -> server.ifRunning(session -> session.closed(file)));
    }
  }

  /** The text that is saved is the one that was looked at. */
  @Override
  public void didSave(DidSaveTextDocumentParams params) {}

  private static boolean isSource(String uri) {
    return uri.endsWith(SUFFIX) && !uri.endsWith("/" + MODULE);
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    Session session = server.running();
    return Places.path(params.getTextDocument().getUri())
        .flatMap(file -> session.hover(file, params.getPosition()))
        .map(CompletableFuture::completedFuture)
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    Session session = server.running();
    return Places.path(params.getTextDocument().getUri())
        .map(file -> session.actions(file, params.getRange()))
        .orElse(CompletableFuture.completedFuture(List.of()))
        .thenApply(actions -> actions.stream().map(Documents::either).toList());
  }

  private static Either<Command, CodeAction> either(CodeAction action) {
    return Either.forRight(action);
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    Session session = server.running();
    TextDocumentIdentifier document = params.getTextDocument();
    return Places.path(document.getUri())
        .map(session::lenses)
        .orElse(CompletableFuture.completedFuture(List.of()))
        .thenApply(lenses -> lenses);
  }
}
