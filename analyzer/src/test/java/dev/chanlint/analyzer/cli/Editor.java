package dev.chanlint.analyzer.cli;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.chanlint.analyzer.config.Settings;
import dev.chanlint.analyzer.lsp.LanguageServers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressKind;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor that speaks the real protocol with a server, and remembers what it is told. */
final class Editor implements LanguageClient, AutoCloseable {

  /** As long as a loaded machine may take. */
  private static final long PATIENCE_SECONDS = 120;

  private final Map<String, List<Diagnostic>> diagnostics = new ConcurrentHashMap<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<ProgressParams> progress = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Either<String, Integer>> exploring = new CompletableFuture<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final OutputStream toServer;
  private final LanguageServer server;
  private Future<Integer> status = CompletableFuture.completedFuture(0);
  private int version;

  Editor(InputStream fromServer, OutputStream toServer) {
    this.toServer = toServer;
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(this, fromServer, toServer, threads, one -> one);
    this.server = launcher.getRemoteProxy();
    launcher.startListening();
  }

  /**
   * Starts a server in this process, and an editor for it. They talk by sockets: a pipe within one
   * process is broken as soon as the thread that last wrote to it has ended.
   */
  static Editor served(Settings flags) throws IOException {
    Socket ofEditor;
    Socket ofServer;
    try (ServerSocket meeting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ofEditor = new Socket(meeting.getInetAddress(), meeting.getLocalPort());
      ofServer = meeting.accept();
    }
    Editor editor = new Editor(ofEditor.getInputStream(), ofEditor.getOutputStream());
    InputStream fromEditor = ofServer.getInputStream();
    OutputStream toEditor = ofServer.getOutputStream();
    editor.status =
        editor.threads.submit(
            () ->
                LanguageServers.serve(
                    new ProjectAnalyzer(new Installed(), new ProgramOptions(), flags),
                    fromEditor,
                    toEditor));
    return editor;
  }

  /** The exit status of the server in this process, once it has ended. */
  int status() throws Exception {
    return get(status);
  }

  LanguageServer server() {
    return server;
  }

  static <T> T get(Future<T> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(PATIENCE_SECONDS, SECONDS);
  }

  // What it says

  InitializeResult initialize(Path... roots) throws Exception {
    InitializeParams params = new InitializeParams();
    params.setProcessId((int) ProcessHandle.current().pid());
    params.setWorkspaceFolders(
        Arrays.stream(roots).map(root -> new WorkspaceFolder(uri(root), "root")).toList());
    ClientCapabilities capabilities = new ClientCapabilities();
    TextDocumentClientCapabilities documents = new TextDocumentClientCapabilities();
    documents.setHover(new HoverCapabilities(List.of(MarkupKind.MARKDOWN), false));
    capabilities.setTextDocument(documents);
    WindowClientCapabilities window = new WindowClientCapabilities();
    window.setWorkDoneProgress(true);
    capabilities.setWindow(window);
    params.setCapabilities(capabilities);
    InitializeResult result = get(server.initialize(params));
    server.initialized(new InitializedParams());
    return result;
  }

  static String uri(Path file) {
    return file.toUri().toString();
  }

  void open(Path file, String text) throws Exception {
    open(uri(file), text);
    settle(file);
  }

  void open(String uri, String text) {
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "java", 1, text)));
  }

  void change(Path file, String text) throws Exception {
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri(file), ++version),
                List.of(new TextDocumentContentChangeEvent(text))));
    settle(file);
  }

  void close(Path file) throws Exception {
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri(file))));
    settle(file);
  }

  /** Waits until all has been looked at: a look may ask for others. */
  void settle(Path file) throws Exception {
    for (int i = 0; i < 3; i++) {
      lenses(file);
    }
  }

  List<? extends CodeLens> lenses(Path file) throws Exception {
    return get(
        server
            .getTextDocumentService()
            .codeLens(new CodeLensParams(new TextDocumentIdentifier(uri(file)))));
  }

  String hover(Path file, Position position) throws Exception {
    Hover hover =
        get(
            server
                .getTextDocumentService()
                .hover(new HoverParams(new TextDocumentIdentifier(uri(file)), position)));
    return hover == null ? "" : hover.getContents().getRight().getValue();
  }

  /** The code actions at the place of a diagnostic. */
  List<CodeAction> actions(Path file, Diagnostic diagnostic) throws Exception {
    List<CodeAction> actions = new ArrayList<>();
    for (Either<Command, CodeAction> action :
        get(
            server
                .getTextDocumentService()
                .codeAction(
                    new CodeActionParams(
                        new TextDocumentIdentifier(uri(file)),
                        diagnostic.getRange(),
                        new CodeActionContext(List.of(diagnostic)))))) {
      actions.add(action.getRight());
    }
    return actions;
  }

  CompletableFuture<Object> run(Command command) {
    return server
        .getWorkspaceService()
        .executeCommand(new ExecuteCommandParams(command.getCommand(), command.getArguments()));
  }

  /** Goes without a word. */
  void hangUp() throws IOException {
    toServer.close();
  }

  @Override
  public void close() throws Exception {
    hangUp();
    status();
    threads.shutdownNow();
  }

  // What it is told

  /** The diagnostics of a file as it was told last. */
  List<Diagnostic> diagnostics(Path file) {
    return diagnostics.getOrDefault(uri(file), List.of());
  }

  /** The files of which it was told at all. */
  List<String> filesToldOf() {
    return List.copyOf(diagnostics.keySet());
  }

  List<String> messages() {
    return messages;
  }

  /** The kinds of progress it was told of, in order. */
  List<WorkDoneProgressKind> progress() {
    return progress.stream().map(one -> one.getValue().getLeft().getKind()).toList();
  }

  /** What the progress is called that tells that something is explored, once there is one. */
  Future<Either<String, Integer>> exploring() {
    return exploring;
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {
    diagnostics.put(params.getUri(), params.getDiagnostics());
  }

  @Override
  public void showMessage(MessageParams params) {
    messages.add(params.getMessage());
  }

  @Override
  public void logMessage(MessageParams params) {
    messages.add("log: " + params.getMessage());
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void notifyProgress(ProgressParams params) {
    progress.add(params);
    if (params.getValue().getLeft() instanceof WorkDoneProgressReport report
        && report.getMessage().startsWith("exploring")) {
      exploring.complete(params.getToken());
    }
  }

  @Override
  public void telemetryEvent(Object object) {}
}
