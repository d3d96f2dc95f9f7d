package dev.chanlint.analyzer.lsp;

import dev.chanlint.analyzer.lsp.Projects.Project;
import dev.chanlint.analyzer.report.Result;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Looks at files, each together with what it has to do with, and puts what was found on the board.
 */
final class Looker implements AutoCloseable {

  private final Projects projects;
  private final Texts texts;
  private final Board board;
  private final LanguageClient client;
  private final Looks looks = new Looks(this::look);

  /** What was seen with each file at the last look; for the looks' thread alone. */
  private final Map<Path, Set<Path>> seenWith = new HashMap<>();

  /** What the user was told last to put right; for the looks' thread alone. */
  private String lastMistake = "";

  Looker(Projects projects, Texts texts, Board board, LanguageClient client) {
    this.projects = projects;
    this.texts = texts;
    this.board = board;
    this.client = client;
  }

  Looks looks() {
    return looks;
  }

  /** The editor has closed a file: what is on disk counts again. */
  void closed(Path file) {
    looks.then(
        () -> {
          if (projects.forget(file)) {
            seenWith.remove(file);
            board.clear(file);
          } else {
            looks.request(file);
          }
        });
  }

  private void look(Path file) {
    Project project = projects.of(file);
    try {
      switch (project.linter().look(file, texts.under(project.root()))) {
        case Look.Broken _ -> {}
        case Look.Seen(Set<Path> files, List<Result> results) -> seen(file, files, results);
      }
      lastMistake = "";
    } catch (LinterException e) {
      reject(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      client.logMessage(new MessageParams(MessageType.Error, "internal error: " + e));
    }
  }

  /** What was seen together with the file before, and is not any more, may be other now. */
  private void seen(Path file, Set<Path> files, List<Result> results) {
    board.replace(files, results);
    Set<Path> left = new HashSet<>(seenWith.getOrDefault(file, Set.of()));
    left.removeAll(files);
    left.stream()
        .filter(one -> board.has(one) || texts.of(one).isPresent())
        .forEach(looks::request);
    seenWith.put(file, files);
  }

  private void reject(LinterException mistake) {
    String message = Diagnostics.SOURCE + ": " + mistake.getMessage();
    if (mistake.at().isPresent()) {
      board.reject(Places.path(mistake.at().get()), mistake);
    } else if (!lastMistake.equals(message)) {
      lastMistake = message;
      client.showMessage(new MessageParams(MessageType.Error, message));
    }
  }

  @Override
  public void close() {
    looks.close();
  }
}
