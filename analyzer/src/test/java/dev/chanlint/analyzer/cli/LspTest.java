package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.config.Settings;
import dev.chanlint.analyzer.lsp.Edits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor sees of the language server, over the real protocol. */
class LspTest extends ServedEditor {

  private static final String MENDED = JOBS.formatted("answers.receive();");
  private static final String UNBALANCED = JOBS.formatted("answers.receive(;");

  private static final String SENDER =
      """
      package app;

      import dev.chanlint.runtime.*;

      class Sender {
        static void send(Chan<Integer> answers) {
          Go.go(() -> answers.send(1));
        }
      }
      """;

  private static final String MAIN =
      """
      package app;

      import dev.chanlint.runtime.*;

      class Main {
        public static void main(String[] args) {
          Go.run(
              () -> {
                Chan<Integer> answers = Chan.make();
                %s
              });
        }
      }
      """;

  LspTest(@TempDir Path folder) throws IOException {
    super(Settings.NONE, folder);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<String> rules(Path file) {
    return editor.diagnostics(file).stream().map(one -> one.getCode().getLeft()).toList();
  }

  @Test
  void tellsWhatIsWrongInATextThatIsNotSaved() throws Exception {
    Path jobs = write("Jobs.java", MENDED);
    editor.initialize(folder);

    editor.open(jobs, LEAKING);

    assertThat(editor.diagnostics(jobs)).hasSize(1);
    Diagnostic leak = editor.diagnostics(jobs).getFirst();
    assertThat(leak.getSource()).isEqualTo("chanlint");
    assertThat(leak.getCode().getLeft()).isEqualTo("leak-send");
    assertThat(leak.getSeverity()).isEqualTo(DiagnosticSeverity.Warning);
    assertThat(leak.getRange()).isEqualTo(new Range(new Position(7, 22), new Position(7, 37)));
    assertThat(leak.getRelatedInformation().getFirst().getLocation().getRange().getStart())
        .isEqualTo(new Position(6, 34));
    assertThat(leak.getRelatedInformation().getFirst().getLocation().getUri())
        .isEqualTo(Editor.uri(jobs));
    assertThat(Files.readString(Path.of(URI.create(leak.getCodeDescription().getHref()))))
        .startsWith("# leak-send");
  }

  @Test
  void followsTheTextAndKeepsWhatItKnowsWhileThatIsBroken() throws Exception {
    Path jobs = folder.resolve("Jobs.java");
    editor.initialize(folder);

    editor.open(jobs, MENDED);
    assertThat(editor.filesToldOf()).isEmpty();
    editor.change(jobs, LEAKING);
    assertThat(rules(jobs)).containsExactly("leak-send");
    editor.change(jobs, UNBALANCED);
    assertThat(rules(jobs)).containsExactly("leak-send");
    editor.change(jobs, MENDED);
    assertThat(rules(jobs)).isEmpty();
    assertThat(editor.messages()).isEmpty();
  }

  @Test
  void whatIsOnDiskCountsAgainWhenATextIsClosed() throws Exception {
    Path jobs = write("Jobs.java", LEAKING);
    editor.initialize(folder);

    editor.open(jobs, MENDED);
    assertThat(rules(jobs)).isEmpty();
    editor.close(jobs);
    assertThat(rules(jobs)).containsExactly("leak-send");
  }

  @Test
  void tellsOfFilesThatTheTextHasToDoWith() throws Exception {
    Path sender = write("app/Sender.java", SENDER);
    Path file = write("app/Main.java", MAIN.formatted("Sender.send(answers); answers.receive();"));
    editor.initialize(folder);

    editor.open(file, MAIN.formatted("Sender.send(answers);"));
    assertThat(rules(sender)).containsExactly("leak-send");
    editor.change(file, MAIN.formatted("Sender.send(answers); answers.receive();"));
    assertThat(rules(sender)).isEmpty();
    editor.change(file, MAIN.formatted("Sender.send(answers);"));
    assertThat(rules(sender)).containsExactly("leak-send");
    editor.change(file, MAIN.formatted(""));
    assertThat(rules(sender)).as("nothing calls it any more").isEmpty();
  }

  @Test
  void explainsTheRuleOnHovering() throws Exception {
    Path jobs = write("Jobs.java", LEAKING);
    editor.initialize(folder);
    editor.open(jobs, LEAKING);

    assertThat(editor.hover(jobs, new Position(7, 25)))
        .startsWith("```text\nThe goroutine started at line 8 can block for good in this send")
        .contains("UNDECIDED: it was not run", "\n```\n", "# leak-send", "## How to fix it");
    assertThat(editor.hover(jobs, new Position(0, 0))).isEmpty();
  }

  @Test
  void suppressesForAReasonThatTheUserGives() throws Exception {
    Path jobs = write("Jobs.java", LEAKING);
    editor.initialize(folder);
    editor.open(jobs, LEAKING);

    String without = Edits.applied(LEAKING, edit(jobs, "Suppress leak-send here, for a reason"));
    editor.change(jobs, without);
    assertThat(editor.diagnostics(jobs).getFirst().getMessage().getLeft())
        .isEqualTo(
            "chanlint:ignore leak-send: the reason is missing; write: chanlint:ignore leak-send --"
                + " REASON");
    assertThat(editor.diagnostics(jobs).getFirst().getRange().getStart())
        .isEqualTo(new Position(7, 10));

    editor.change(jobs, without.replace("leak-send -- ", "leak-send -- meant so"));
    assertThat(editor.diagnostics(jobs)).isEmpty();
  }

  @Test
  void takesASuppressionOutThatIsOfNoUse() throws Exception {
    String source = JOBS.formatted("answers.receive(); // chanlint:ignore leak-send -- meant so");
    Path jobs = write("Jobs.java", source);
    editor.initialize(folder);
    editor.open(jobs, source);

    assertThat(rules(jobs)).containsExactly("unused-suppression");
    editor.change(jobs, Edits.applied(source, edit(jobs, "Take the suppression out")));
    assertThat(editor.diagnostics(jobs)).isEmpty();
  }

  private TextEdit edit(Path file, String title) throws Exception {
    CodeAction action =
        editor.actions(file, editor.diagnostics(file).getFirst()).stream()
            .filter(one -> one.getTitle().equals(title))
            .findFirst()
            .orElseThrow();
    List<TextEdit> edits = action.getEdit().getChanges().values().iterator().next();
    assertThat(action.getEdit().getChanges()).containsOnlyKeys(Editor.uri(file));
    return edits.getFirst();
  }

  @Test
  void aFileOutsideTheProjectIsOneOfItsOwn() throws Exception {
    Path jobs = write("elsewhere/Jobs.java", MENDED);
    write("elsewhere/Other.java", LEAKING.replace("Jobs", "Other"));
    editor.initialize(Files.createDirectories(folder.resolve("project")));

    editor.open(jobs, LEAKING);
    assertThat(rules(jobs)).containsExactly("leak-send");
    editor.close(jobs);
    assertThat(rules(jobs)).isEmpty();
    assertThat(editor.filesToldOf()).containsExactly(Editor.uri(jobs));
  }

  @Test
  void eachFolderIsAProject() throws Exception {
    Path one = write("one/Jobs.java", LEAKING);
    Path two = write("two/Jobs.java", LEAKING);
    write("two/chanlint.toml", "rule.leak-send = \"off\"\n");
    editor.initialize(folder.resolve("one"), folder.resolve("two"));

    editor.open(one, LEAKING);
    editor.open(two, LEAKING);
    assertThat(rules(one)).containsExactly("leak-send");
    assertThat(rules(two)).isEmpty();

    write("two/chanlint.toml", "");
    editor
        .server()
        .getWorkspaceService()
        .didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of()));
    editor.settle(two);
    assertThat(rules(two)).containsExactly("leak-send");
  }

  @Test
  void foldersComeAndGo() throws Exception {
    Path sender = write("app/Sender.java", SENDER);
    String text = MAIN.formatted("Sender.send(answers);");
    Path main = write("app/Main.java", text);
    WorkspaceFolder added = new WorkspaceFolder(Editor.uri(folder), "added");
    editor.initialize();

    editor.open(main, text);
    assertThat(rules(sender)).as("nothing is known of other files").isEmpty();
    changeFolders(List.of(added), List.of());
    editor.settle(main);
    assertThat(rules(sender)).containsExactly("leak-send");
    changeFolders(List.of(), List.of(added));
    editor.settle(main);
    assertThat(rules(sender)).isEmpty();
  }

  private void changeFolders(List<WorkspaceFolder> added, List<WorkspaceFolder> removed) {
    editor
        .server()
        .getWorkspaceService()
        .didChangeWorkspaceFolders(
            new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(added, removed)));
  }

  @Test
  void aMistakeInTheConfigurationIsToldOnce() throws Exception {
    Path jobs = write("Jobs.java", LEAKING);
    write("chanlint.toml", "[rule]\nleak-sent = \"off\"\n");
    editor.initialize(folder);

    editor.open(jobs, LEAKING);
    editor.change(jobs, LEAKING + "\n");

    assertThat(editor.messages()).singleElement().asString().contains("did you mean leak-send?");
  }

  @Test
  void whatIsNoJavaFileIsNoneOfItsBusiness() throws Exception {
    editor.initialize(folder);

    editor.open("untitled:Jobs.java", LEAKING);
    editor.open(folder.resolve("module-info.java"), "module m {}");
    editor.open(folder.resolve("notes.txt"), LEAKING);

    assertThat(editor.filesToldOf()).isEmpty();
    assertThat(editor.messages()).isEmpty();
  }

  @Test
  void namesWithBlanksAndSignsAreFiles() throws Exception {
    Path jobs = write("a folder/100 % ü/Jobs.java", MENDED);
    editor.initialize(folder);

    editor.open(jobs, LEAKING);

    assertThat(rules(jobs)).containsExactly("leak-send");
  }
}
