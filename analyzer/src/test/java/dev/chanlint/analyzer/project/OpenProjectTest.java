package dev.chanlint.analyzer.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.cache.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is around a file that is being edited. */
class OpenProjectTest {

  private static final String LOCKING = "class %s { synchronized void lock() { %s } }";

  private final Path folder;
  private final Path drafts;
  private int written;

  OpenProjectTest(@TempDir Path temporary) throws IOException {
    folder = Files.createDirectories(temporary.toRealPath().resolve("project"));
    drafts = Files.createDirectories(temporary.toRealPath().resolve("drafts"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private SourceFile unsaved(String name, String text) throws IOException {
    Path own = Files.createDirectories(drafts.resolve(String.valueOf(written++)));
    Path file = Files.writeString(own.resolve(Path.of(name).getFileName()), text);
    return new SourceFile(file, folder.resolve(name).toString());
  }

  private OpenProject project() throws ProjectException {
    return OpenProject.of(List.of(folder.toString()), List.of(), Store.none());
  }

  private List<String> names(SourceSet sources) {
    return sources.files().stream()
        .map(file -> folder.relativize(file.home()).toString().replace('\\', '/'))
        .toList();
  }

  private List<List<String>> around(String name, SourceFile... unsaved) throws ProjectException {
    return project().around(folder.resolve(name), List.of(unsaved)).programs().stream()
        .map(this::names)
        .toList();
  }

  @Test
  void isItsIslandAlone() throws Exception {
    write("A.java", LOCKING.formatted("A", "new B();"));
    write("B.java", "class B {}");
    write("C.java", LOCKING.formatted("C", ""));
    write("D.java", "class D {}");

    assertThat(around("A.java")).containsExactly(List.of("A.java", "B.java"));
    assertThat(around("B.java")).containsExactly(List.of("A.java", "B.java"));
    assertThat(around("D.java")).isEmpty();
    assertThat(around("Missing.java")).isEmpty();
  }

  @Test
  void followsTheTextThatIsNotSaved() throws Exception {
    write("A.java", "class A {}");
    write("B.java", LOCKING.formatted("B", ""));

    assertThat(around("A.java", unsaved("A.java", LOCKING.formatted("A", "new B();"))))
        .containsExactly(List.of("A.java", "B.java"));
    assertThat(around("New.java", unsaved("New.java", LOCKING.formatted("New", ""))))
        .containsExactly(List.of("New.java"));
  }

  /** Each root is a program, and the text belongs to the one that its file is in. */
  @Test
  void aTextStandsWhereItsFileDoes() throws Exception {
    for (String root : List.of("one", "two")) {
      write(root + "/app/A.java", "package app; " + LOCKING.formatted("A", "new B();"));
      write(root + "/app/B.java", "package app; class B {}");
    }
    SourceFile text =
        unsaved("two/app/A.java", "package app; " + LOCKING.formatted("A", "new B().hashCode();"));

    assertThat(around("two/app/A.java", text))
        .containsExactly(List.of("two/app/A.java", "two/app/B.java"));
  }

  @Test
  void saysWhichOfTheTextsIsBroken() throws Exception {
    write("A.java", LOCKING.formatted("A", "new B();"));
    write("B.java", "class B { int }");
    SourceFile broken = unsaved("A.java", LOCKING.formatted("A", "new B(;"));

    OpenProject.Surroundings saved = project().around(folder.resolve("A.java"), List.of());
    assertThat(saved.errors()).isEmpty();
    assertThat(saved.programs()).map(this::names).containsExactly(List.of("A.java"));
    assertThat(saved.programs().getFirst().gaps()).hasSize(1);

    OpenProject.Surroundings edited = project().around(folder.resolve("A.java"), List.of(broken));
    assertThat(edited.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.at().file()).isEqualTo(broken.name());
              assertThat(error.what()).startsWith("syntax error: ");
            });
  }

  @Test
  void isCompiledWhenItIsToBeRun() throws Exception {
    write("A.java", LOCKING.formatted("A", "new B();"));
    write("B.java", "class B { Missing missing; }");
    OpenProject project = project();
    SourceSet sources = project.around(folder.resolve("A.java"), List.of()).programs().getFirst();
    assertThat(sources.classes()).isEmpty();

    SourceSet compiled = project.compiled(sources);
    assertThat(compiled.gaps()).hasSize(2);
    assertThat(compiled.classes()).hasSize(1);
  }

  @Test
  void readsAgainWhatHasChanged() throws Exception {
    Outlines outlines = new Outlines();
    SourceFile a = new SourceFile(write("A.java", "class A {}"), "A.java");
    SourceFile b = new SourceFile(write("B.java", "class B {}"), "B.java");
    List<Outline> first = outlines.of(List.of(a, b));
    write("B.java", "class Other {}");

    List<Outline> second = outlines.of(List.of(b, a));

    assertThat(second.getLast()).isSameAs(first.getFirst());
    assertThat(second.getFirst().types()).containsExactly("Other");
  }
}
