package dev.chanlint.analyzer.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanlint.analyzer.project.Project.Extent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

  @TempDir Path folder;

  @BeforeEach
  void outsideHiddenFolders() throws IOException {
    folder = Files.createDirectories(folder.resolve("project"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<SourceSet> load(String... names) throws ProjectException {
    List<String> paths =
        names.length == 0
            ? List.of(folder.toString())
            : List.of(names).stream().map(name -> folder.resolve(name).toString()).toList();
    return Project.load(paths, List.of(), List.of(), Extent.WHOLE);
  }

  private List<String> names(SourceSet set) {
    return set.files().stream()
        .map(file -> folder.toAbsolutePath().relativize(file.path()).toString().replace('\\', '/'))
        .toList();
  }

  @Test
  void findsSourcesAndLeavesOutHiddenAndBuildFolders() throws Exception {
    write("a/A.java", "package a; class A {}");
    write("a/build/B.java", "package a.build; class B {}");
    write("a/notes.txt", "");
    write("module-info.java", "module m {}");
    write(".git/C.java", "class C {}");
    write("target/gen/D.java", "class D {}");
    write("build/gen/E.java", "class E {}");

    List<SourceSet> sets = load();

    assertThat(sets).hasSize(1);
    assertThat(names(sets.getFirst())).containsExactly("a/A.java", "a/build/B.java");
    assertThat(sets.getFirst().gaps()).isEmpty();
  }

  @Test
  void compilesWithTheRuntime() throws Exception {
    write(
        "Main.java",
        "class Main { static final dev.chanlint.runtime.Unit U = dev.chanlint.runtime.Unit.UNIT; }");

    SourceSet set = load("Main.java").getFirst();

    assertThat(set.classes()).hasSize(1);
    assertThat(set.classes().getFirst().resolve("Main.class")).isRegularFile();
    assertThat(set.gaps()).isEmpty();
  }

  @Test
  void compilesAgainOnlyWhatChanged() throws Exception {
    write("Main.java", "class Main {}");
    Path first = load().getFirst().classes().getFirst();
    assertThat(load().getFirst().classes()).containsExactly(first);

    write("Main.java", "class Main { int field; }");
    assertThat(load().getFirst().classes()).isNotEqualTo(List.of(first));
  }

  @Test
  void takesClassesThatAreGiven() throws Exception {
    write("Main.java", "class Main { Missing missing; }");
    Path classes = Files.createDirectories(folder.resolve("classes"));

    List<SourceSet> sets =
        Project.load(List.of(folder.toString()), List.of(classes), List.of(), Extent.WHOLE);

    assertThat(sets.getFirst().classes()).containsExactly(classes.toAbsolutePath());
    assertThat(sets.getFirst().gaps()).isEmpty();
  }

  @Test
  void programsThatClashAreApart() throws Exception {
    for (String kernel : List.of("one_1", "two_2")) {
      for (String side : List.of("Buggy", "Fixed")) {
        write(kernel + "/" + side + ".java", "class " + side + " { Shared s; } class Helper {}");
      }
      write(kernel + "/Shared.java", "class Shared {}");
    }
    write("alone/Alone.java", "class Alone {}");

    List<SourceSet> sets = load();

    assertThat(sets.stream().map(this::names))
        .containsExactly(
            List.of("alone/Alone.java"),
            List.of("one_1/Shared.java", "one_1/Buggy.java"),
            List.of("one_1/Shared.java", "one_1/Fixed.java"),
            List.of("two_2/Shared.java", "two_2/Buggy.java"),
            List.of("two_2/Shared.java", "two_2/Fixed.java"));
    assertThat(sets).allSatisfy(set -> assertThat(set.gaps()).isEmpty());
  }

  @Test
  void rootsThatClashAreApartAndPackagesTogether() throws Exception {
    for (String module : List.of("m1", "m2")) {
      write(module + "/src/p/Main.java", "package p; class Main { p.q.Other o; }");
      write(module + "/src/p/q/Other.java", "package p.q; public class Other {}");
    }

    assertThat(load().stream().map(this::names))
        .containsExactly(
            List.of("m1/src/p/Main.java", "m1/src/p/q/Other.java"),
            List.of("m2/src/p/Main.java", "m2/src/p/q/Other.java"));
  }

  @Test
  void leavesOutWhatCannotBeParsedOrCompiled() throws Exception {
    write("Bad.java", "class Bad {\n  int x = ;\n}\n");
    write("Lacking.java", "class Lacking {\n  Absent absent;\n}\n");
    write("Needing.java", "class Needing extends Lacking {}");
    write("Fine.java", "class Fine {}");

    SourceSet set = load().getFirst();

    assertThat(names(set)).containsExactly("Fine.java", "Lacking.java", "Needing.java");
    assertThat(set.gaps().stream().map(gap -> gap.at().line() + " " + gap.what()))
        .containsExactly(
            "2 syntax error: illegal start of expression",
            "2 does not compile: cannot find symbol: class Absent",
            "1 not compiled, as it needs a file that does not compile: cannot find symbol: class"
                + " Lacking");
    assertThat(set.classes().getFirst().resolve("Fine.class")).isRegularFile();
    assertThat(set.classes().getFirst().resolve("Lacking.class")).doesNotExist();
  }

  @Test
  void saysWhatIsWrongInOneLine() throws Exception {
    write("empty/notes.txt", "");
    write("bad/Bad.java", "class Bad {\n  int x = ;\n}\n");

    assertThatThrownBy(() -> load("gone"))
        .isInstanceOf(ProjectException.class)
        .hasMessage(folder.resolve("gone") + ": no such file or folder");
    assertThatThrownBy(() -> load("empty"))
        .isInstanceOf(ProjectException.class)
        .hasMessage(folder.resolve("empty") + ": no Java source files in this folder");
    assertThatThrownBy(() -> load("empty/notes.txt"))
        .isInstanceOf(ProjectException.class)
        .hasMessage(folder.resolve("empty/notes.txt") + ": not a Java source file");
    assertThatThrownBy(() -> load("bad"))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            folder.resolve("bad/Bad.java") + ":2: syntax error: illegal start of expression");
    write("Main.java", "class Main {}");
    assertThatThrownBy(
            () ->
                Project.load(
                    List.of(folder.resolve("Main.java").toString()),
                    List.of(),
                    List.of(Path.of("gone.jar")),
                    Extent.WHOLE))
        .isInstanceOf(ProjectException.class)
        .hasMessage("gone.jar: no such file or folder, on the class path");
  }
}
