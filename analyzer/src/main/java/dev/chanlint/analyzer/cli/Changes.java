package dev.chanlint.analyzer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs from an older state, as Git knows it. */
final class Changes {

  private final Path folder;

  private Changes(Path folder) {
    this.folder = folder;
  }

  /**
   * The files that a branch changes: those that differ from where it left another, in the working
   * tree, untracked ones among them.
   *
   * @param folder a folder of the working tree
   * @param ref the other branch, or a commit
   * @return absolute paths
   * @throws UserException if Git cannot tell; the message says what to fetch
   */
  static Set<Path> since(Path folder, String ref) throws InterruptedException {
    return new Changes(folder).since(ref);
  }

  private Set<Path> since(String ref) throws InterruptedException {
    Path top =
        Path.of(
            git("rev-parse", "--show-toplevel")
                .orElseThrow("--changed-since: " + folder + " is in no Git working tree"));
    git("rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}")
        .orElseThrow(
            "--changed-since "
                + ref
                + ": Git knows no such commit here; to have it: git fetch origin "
                + ref.replaceFirst("^origin/", ""));
    String base =
        git("merge-base", ref, "HEAD")
            .orElseThrow(
                "--changed-since "
                    + ref
                    + ": it and HEAD have no commit in common here"
                    + (isShallow() ? ", for this clone is shallow; git fetch --unshallow" : ""));
    String changed = git("diff", "--name-only", "-z", "--no-renames", base, "--").orElseThrow("");
    String added =
        git("ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/")
            .orElseThrow("");
    return Stream.of(changed, added)
        .flatMap(names -> Arrays.stream(names.split("\0", -1)))
        .filter(name -> !name.isEmpty())
        .map(name -> top.resolve(name).normalize())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isShallow() throws InterruptedException {
    return git("rev-parse", "--is-shallow-repository").output().equals("true");
  }

  private record Answer(int status, String output, String complaint) {

    /** What Git printed; a complaint if it failed. */
    String orElseThrow(String complaint) {
      if (status != 0) {
        throw new UserException(complaint.isEmpty() ? "git: " + this.complaint : complaint);
      }
      return output;
    }
  }

  private Answer git(String... words) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(words));
    try {
      Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
      git.getOutputStream().close();
      String output;
      try (InputStream printed = git.getInputStream()) {
        output = new String(printed.readAllBytes(), StandardCharsets.UTF_8).strip();
      }
      return new Answer(git.waitFor(), output, output.lines().findFirst().orElse("it failed"));
    } catch (IOException e) {
      throw new UserException("--changed-since needs Git, which cannot be started: " + e, e);
    }
  }
}
