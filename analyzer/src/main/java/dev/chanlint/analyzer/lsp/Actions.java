package dev.chanlint.analyzer.lsp;

import dev.chanlint.analyzer.report.Fix;
import dev.chanlint.analyzer.report.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** What can be done about findings. */
final class Actions {

  private final String uri;
  private final CodeLines source;
  private final Diagnostics diagnostics;

  /**
   * Prepares those in a file.
   *
   * @param uri what the editor calls it
   * @param source its text
   */
  Actions(String uri, CodeLines source, Diagnostics diagnostics) {
    this.uri = uri;
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** What can be done about a finding, the best first. */
  List<CodeAction> of(Result result) {
    List<CodeAction> actions = new ArrayList<>();
    Diagnostic diagnostic = diagnostics.of(result);
    if (Fix.concerns(result)) {
      Fix.of(result, line -> source.line(line - 1))
          .map(fix -> edit(fix.title(), deletion(fix), diagnostic))
          .ifPresent(
              action -> {
                action.setIsPreferred(true);
                actions.add(action);
              });
      return actions;
    }
    String rule = result.finding().rule();
    RunCommand.of(result, uri)
        .map(
            command -> {
              CodeAction action = action(command.getTitle(), diagnostic);
              action.setCommand(command);
              return action;
            })
        .ifPresent(actions::add);
    Suppression.of(rule, diagnostic.getRange().getStart().getLine(), source)
        .map(edit -> edit("Suppress " + rule + " here, for a reason", edit, diagnostic))
        .ifPresent(actions::add);
    return actions;
  }

  private static TextEdit deletion(Fix fix) {
    return new TextEdit(Places.range(fix.deleted()), "");
  }

  private CodeAction edit(String title, TextEdit edit, Diagnostic diagnostic) {
    CodeAction action = action(title, diagnostic);
    action.setEdit(new WorkspaceEdit(Map.of(uri, List.of(edit))));
    return action;
  }

  private static CodeAction action(String title, Diagnostic diagnostic) {
    CodeAction action = new CodeAction(title);
    action.setKind(CodeActionKind.QuickFix);
    action.setDiagnostics(List.of(diagnostic));
    return action;
  }
}
