import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * Measures how long an editor waits for the language server: opens a file, changes it again and
 * again, and asks each time for what goes with the newest text. Prints a row of a Markdown table:
 * milliseconds for the first answer, from the start of the server, then the median and the longest
 * of those after the warm-up.
 *
 * <p>{@code java -cp LIBRARIES Typing.java WHAT CHANLINT FOLDER FILE}
 */
final class Typing implements LanguageClient {

  private static final int WARM_UP = 20;
  private static final int MEASURED = 30;

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[2]).toRealPath();
    Path file = Path.of(args[3]).toRealPath();
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(args[1], "lsp").redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var launcher =
        LSPLauncher.createClientLauncher(
            new Typing(), process.getInputStream(), process.getOutputStream());
    launcher.startListening();
    List<Double> millis = type(launcher.getRemoteProxy(), folder, file, start);
    List<Double> warm = millis.subList(1 + WARM_UP, millis.size()).stream().sorted().toList();
    System.out.printf(
        "| %s | %.0f | %.0f | %.0f |%n",
        args[0], millis.getFirst(), warm.get(warm.size() / 2), warm.getLast());
    System.exit(0);
  }

  private static List<Double> type(LanguageServer server, Path folder, Path file, long start)
      throws Exception {
    InitializeParams params = new InitializeParams();
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "folder")));
    server.initialize(params).get();
    String uri = file.toUri().toString();
    String text = Files.readString(file);
    var documents = server.getTextDocumentService();
    documents.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "java", 0, text)));
    List<Double> millis = new ArrayList<>();
    millis.add(answered(server, uri, start));
    for (int change = 1; change <= WARM_UP + MEASURED; change++) {
      long begin = System.nanoTime();
      documents.didChange(
          new DidChangeTextDocumentParams(
              new VersionedTextDocumentIdentifier(uri, change),
              List.of(new TextDocumentContentChangeEvent(text + "// " + change + "\n"))));
      millis.add(answered(server, uri, begin));
    }
    server.shutdown().get();
    server.exit();
    return millis;
  }

  private static double answered(LanguageServer server, String uri, long begin) throws Exception {
    server.getTextDocumentService().codeLens(new CodeLensParams(new TextDocumentIdentifier(uri))).get();
    return (System.nanoTime() - begin) / 1e6;
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {}

  @Override
  public void showMessage(MessageParams params) {
    System.err.println(params.getMessage());
  }

  @Override
  public void logMessage(MessageParams params) {
    System.err.println(params.getMessage());
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void telemetryEvent(Object object) {}
}
