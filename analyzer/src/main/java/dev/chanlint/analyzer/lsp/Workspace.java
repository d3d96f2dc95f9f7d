package dev.chanlint.analyzer.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What editors say and ask of all that they work on. */
final class Workspace implements WorkspaceService {

  private final Server server;

  Workspace(Server server) {
    this.server = server;
  }

  /** What can be set is in the project's own files, and read when it is needed. */
  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {}

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    server.ifRunning(Session::changedOnDisk);
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    server.ifRunning(
        session ->
            session.changedFolders(
                paths(params.getEvent().getAdded()), paths(params.getEvent().getRemoved())));
  }

  private static List<Path> paths(List<WorkspaceFolder> folders) {
    return folders.stream().flatMap(folder -> Places.path(folder.getUri()).stream()).toList();
  }

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    return covariant(server.running().run(params));
  }

  /** The future itself, as cancelling another one would not cancel the run. */
  @SuppressWarnings("unchecked")
  private static CompletableFuture<Object> covariant(CompletableFuture<?> answer) {
    return (CompletableFuture<Object>) answer;
  }
}
