package dev.chanlint.analyzer.lsp;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/**
 * What the editor can do beyond what all can.
 *
 * @param markdown shows Markdown on hovering
 * @param lensRefresh asks for code lenses again when told to
 * @param progress shows the progress of what the server does
 * @param watchers tells of files that change on disk
 */
record Features(boolean markdown, boolean lensRefresh, boolean progress, boolean watchers) {

  static Features of(ClientCapabilities client) {
    Optional<WorkspaceClientCapabilities> workspace =
        Optional.ofNullable(client).map(ClientCapabilities::getWorkspace);
    return new Features(
        Optional.ofNullable(client)
            .map(ClientCapabilities::getTextDocument)
            .map(TextDocumentClientCapabilities::getHover)
            .map(HoverCapabilities::getContentFormat)
            .orElse(List.of())
            .contains(MarkupKind.MARKDOWN),
        workspace
            .map(WorkspaceClientCapabilities::getCodeLens)
            .map(CodeLensWorkspaceCapabilities::getRefreshSupport)
            .orElse(false),
        Optional.ofNullable(client)
            .map(ClientCapabilities::getWindow)
            .map(WindowClientCapabilities::getWorkDoneProgress)
            .orElse(false),
        workspace
            .map(WorkspaceClientCapabilities::getDidChangeWatchedFiles)
            .map(DidChangeWatchedFilesCapabilities::getDynamicRegistration)
            .orElse(false));
  }
}
