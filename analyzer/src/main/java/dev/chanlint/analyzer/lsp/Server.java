package dev.chanlint.analyzer.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/**
 * The server from start to exit, as the protocol's section on its life has it: requests before the
 * first and after the last are errors, notifications then are dropped.
 */
final class Server implements LanguageServer {

  private static final List<String> WATCHED = List.of("**/*.java", "**/chanlint.toml");

  private final Analyzer analyzer;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final TextDocumentService documents = new Documents(this);
  private final WorkspaceService workspace = new Workspace(this);
  private final CompletableFuture<LanguageClient> client = new CompletableFuture<>();

  private volatile Optional<Session> session = Optional.empty();
  private volatile Optional<Features> features = Optional.empty();
  private volatile boolean isShutDown;

  Server(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  void connect(LanguageClient connected) {
    client.complete(connected);
  }

  /** The exit status, when it is known. */
  CompletableFuture<Integer> exitStatus() {
    return exit;
  }

  /** The session that a request is part of. */
  Session running() {
    return session.orElseThrow(
        () ->
            isShutDown
                ? error(ResponseErrorCode.InvalidRequest, "the server was shut down")
                : error(ResponseErrorCode.ServerNotInitialized, "not initialized"));
  }

  /** Has a notification's session, if there is one, do something. */
  void ifRunning(Consumer<Session> action) {
    session.ifPresent(action);
  }

  private static ResponseErrorException error(ResponseErrorCode code, String message) {
    return new ResponseErrorException(new ResponseError(code, message, null));
  }

  // From start …

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    if (isShutDown || session.isPresent()) {
      throw error(ResponseErrorCode.InvalidRequest, "initialized already");
    }
    Features known = Features.of(params.getCapabilities());
    features = Optional.of(known);
    session = Optional.of(new Session(analyzer, client.join(), known, roots(params)));
    Optional.ofNullable(params.getProcessId())
        .ifPresent(id -> new Parent(id).whenGone(this::clientIsGone));
    return CompletableFuture.completedFuture(
        new InitializeResult(capabilities(), new ServerInfo("chanlint", analyzer.version())));
  }

  /** Folders where the editor knows of them; else the one that older ones name. */
  @SuppressWarnings("deprecation") // Older editors name it so.
  private static List<Path> roots(InitializeParams params) {
    List<WorkspaceFolder> folders = params.getWorkspaceFolders();
    Stream<String> uris =
        folders == null
            ? Stream.ofNullable(params.getRootUri())
            : folders.stream().map(WorkspaceFolder::getUri);
    return uris.flatMap(uri -> Places.path(uri).stream()).toList();
  }

  private static ServerCapabilities capabilities() {
    ServerCapabilities capabilities = new ServerCapabilities();
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Full);
    capabilities.setTextDocumentSync(sync);
    capabilities.setHoverProvider(true);
    capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
    capabilities.setCodeLensProvider(new CodeLensOptions(false));
    ExecuteCommandOptions commands = new ExecuteCommandOptions(List.of(RunCommand.NAME));
    commands.setWorkDoneProgress(true);
    capabilities.setExecuteCommandProvider(commands);
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    capabilities.setWorkspace(new WorkspaceServerCapabilities(folders));
    return capabilities;
  }

  @Override
  public void initialized(InitializedParams params) {
    if (features.map(Features::watchers).orElse(false)) {
      List<FileSystemWatcher> watchers =
          WATCHED.stream().map(glob -> new FileSystemWatcher(Either.forLeft(glob))).toList();
      Registration registration =
          new Registration(
              "watched-files",
              "workspace/didChangeWatchedFiles",
              new DidChangeWatchedFilesRegistrationOptions(watchers));
      client.join().registerCapability(new RegistrationParams(List.of(registration)));
    }
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return documents;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return workspace;
  }

  @Override
  public void cancelProgress(WorkDoneProgressCancelParams params) {
    ifRunning(running -> running.cancelRun(params.getToken()));
  }

  /** There is nothing to trace: what the server does is told by its messages. */
  @Override
  public void setTrace(SetTraceParams params) {}

  // … to exit

  @Override
  public CompletableFuture<Object> shutdown() {
    Session last = running();
    session = Optional.empty();
    isShutDown = true;
    last.close();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    exit.complete(isShutDown ? 0 : 1);
  }

  /** It went without a word. */
  void clientIsGone() {
    exit();
  }
}
