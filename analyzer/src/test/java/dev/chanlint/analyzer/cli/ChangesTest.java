package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Git tells of a branch, in whole clones, shallow ones, and where there is none. */
class ChangesTest {

  @TempDir private Path folder = Path.of("");

  private Path origin = Path.of("");

  @BeforeEach
  void branch() throws Exception {
    folder = folder.toRealPath();
    origin = Files.createDirectory(folder.resolve("origin"));
    git(origin, "init", "-q", "-b", "main");
    commit("src/Old.java");
    commit("src/Touched.java");
    git(origin, "checkout", "-q", "-b", "topic");
    Files.writeString(origin.resolve("src/Touched.java"), "// changed");
    commit("src/Ü new.java");
    git(origin, "checkout", "-q", "main");
    commit("src/Elsewhere.java");
    git(origin, "checkout", "-q", "topic");
  }

  private void commit(String name) throws Exception {
    Path file = origin.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "// " + name);
    git(origin, "add", ".");
    git(origin, "commit", "-q", "-m", name);
  }

  private static void git(Path where, String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=n", "-c", "user.email=e@x", "-C"));
    command.add(where.toString());
    command.addAll(List.of(words));
    Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(git.getInputStream().readAllBytes());
    assertThat(git.waitFor()).as(printed).isZero();
  }

  @Test
  void whatTheBranchChangedIsTold() throws Exception {
    Files.writeString(origin.resolve("Untracked.java"), "");
    Files.writeString(origin.resolve("src/Old.java"), "// in the working tree");

    assertThat(Changes.since(origin.resolve("src"), "main"))
        .isEqualTo(
            Set.of(
                origin.resolve("src/Touched.java"),
                origin.resolve("src/Ü new.java"),
                origin.resolve("src/Old.java"),
                origin.resolve("Untracked.java")));
  }

  @Test
  void aShallowCloneSaysWhatToFetch() throws Exception {
    git(
        folder,
        "clone",
        "-q",
        "--depth",
        "1",
        "--no-single-branch",
        "--branch",
        "topic",
        origin.toUri().toString(),
        "shallow");

    assertThatThrownBy(() -> Changes.since(folder.resolve("shallow"), "origin/main"))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "--changed-since origin/main: it and HEAD have no commit in common here, for this clone"
                + " is shallow; git fetch --unshallow");
    git(folder.resolve("shallow"), "fetch", "-q", "--unshallow");
    assertThat(Changes.since(folder.resolve("shallow"), "origin/main")).hasSize(2);
  }

  @Test
  void anUnknownCommitAndAFolderOutsideOfGit() {
    assertThatThrownBy(() -> Changes.since(origin, "origin/gone"))
        .hasMessage(
            "--changed-since origin/gone: Git knows no such commit here; to have it: git fetch"
                + " origin gone");
    assertThatThrownBy(() -> Changes.since(origin, "--help"))
        .hasMessageStartingWith("--changed-since --help: Git knows no such commit");
    assertThatThrownBy(() -> Changes.since(folder, "main"))
        .hasMessage("--changed-since: " + folder + " is in no Git working tree");
  }
}
