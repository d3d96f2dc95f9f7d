package dev.chanlint.analyzer.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.front.FrontEnd;
import dev.chanlint.analyzer.project.Project.Extent;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left out does not matter, and what does not matter is left out. */
class RelevanceTest {

  @TempDir private Path folder = Path.of("");

  /** What the selection goes by. */
  enum By {
    WORDS,
    CLASSES
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("src").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
  }

  private Set<String> selected(By by) throws Exception {
    List<String> paths = List.of(folder.resolve("src").toString());
    List<Path> classes =
        by == By.WORDS
            ? List.of()
            : Project.load(paths, List.of(), List.of(), Extent.WHOLE).getFirst().classes();
    return Project.load(paths, classes, List.of(), Extent.RELEVANT).getFirst().files().stream()
        .map(file -> file.path().getFileName().toString().replace(".java", ""))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource
  void whoReachesConcurrentCodeAndWhatTheseReach(By by) throws Exception {
    write("a/Main.java", "package a; class Main { void f() { new Caller().call(b.Settings.N); } }");
    write(
        "a/Caller.java", "package a; class Caller { void call(int n) { new b.Starter().run(); } }");
    write("b/Settings.java", "package b; public class Settings { public static int N = 3; }");
    write(
        "b/Starter.java",
        "package b; public class Starter { Task task = Tasks.make();"
            + " public void run() { new Thread(task::perform).start(); } }");
    write("b/Task.java", "package b; interface Task { void perform(); }");
    write("b/Tasks.java", "package b; class Tasks { static Task make() { return new Impl(); } }");
    write("b/Impl.java", "package b; class Impl implements Task { public void perform() {} }");
    write("c/Alone.java", "package c; class Alone { Other other = new Other(); }");
    write("c/Other.java", "package c; class Other {}");
    write("c/Main.java", "package c; class Main { Alone alone; }");

    assertThat(selected(by))
        .containsExactlyInAnyOrder(
            "Main", "Caller", "Settings", "Starter", "Task", "Tasks", "Impl");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "synchronized void f() {}",
        "void f() { synchronized (this) {} }",
        "volatile int n;",
        "void f() throws Exception { wait(); }",
        "void f(java.util.List<Integer> list) { list.parallelStream().forEach(n -> {}); }",
        "java.util.concurrent.locks.Lock lock;",
        "dev.chanlint.runtime.Chan<Integer> chan;",
        "void f() { try { Class.class.wait(1); } catch (InterruptedException e) {} }",
        "Object f() { return Thread.currentThread(); }"
      })
  void everythingConcurrentIsRelevant(String member) throws Exception {
    write("A.java", "class A { " + member + " }");

    assertThat(selected(By.WORDS)).containsExactly("A");
    assertThat(selected(By.CLASSES)).containsExactly("A");
  }

  @Test
  void whatOnlySoundsConcurrentIsNot() throws Exception {
    write(
        "A.java",
        "class A { void f(ThreadLocal<String> s) { throw new RuntimeException(s.get() + \"wait\");"
            + " } }");

    assertThat(selected(By.WORDS)).isEmpty();
    assertThat(selected(By.CLASSES)).isEmpty();
  }

  @Test
  void aSourceNewerThanItsClassesIsReadInTheirPlace() throws Exception {
    write("A.java", "class A {}");
    List<String> paths = List.of(folder.resolve("src").toString());
    List<Path> classes =
        Project.load(paths, List.of(), List.of(), Extent.WHOLE).getFirst().classes();
    Path changed = folder.resolve("src/A.java");
    Files.writeString(changed, "class A { volatile int n; }");
    Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(10)));

    SourceSet set = Project.load(paths, classes, List.of(), Extent.RELEVANT).getFirst();

    assertThat(set.files()).hasSize(1);
  }

  @Test
  void whatIsKnownToBeCleanIsLeftOutUntilItChanges() throws Exception {
    write("a/One.java", "package a; class One { volatile Two two; }");
    write("a/Two.java", "package a; class Two {}");
    write("b/Three.java", "package b; class Three { volatile int n; }");
    Store clean = Store.in(folder.resolve("clean"));

    SourceSet all = relevant(clean);
    assertThat(all.islands().stream().map(RelevanceTest::names))
        .containsExactly(
            List.of("One.java", "Two.java", "Three.java"),
            List.of("One.java", "Two.java"),
            List.of("Three.java"));

    clean.keep(all.islands().get(1).key(), new byte[0]);
    assertThat(relevant(clean).files().stream().map(RelevanceTest::name))
        .containsExactly("Three.java");
    assertThat(relevant(clean).examined()).isEqualTo(3);

    write("a/Two.java", "package a; class Two { int n; }");
    assertThat(relevant(clean).files()).hasSize(3);

    write("a/Two.java", "package a; class Two {}");
    assertThat(relevant(clean).files()).hasSize(1);

    clean.keep(all.islands().getFirst().key(), new byte[0]);
    assertThat(relevant(clean).files()).isEmpty();
    assertThat(relevant(clean).examined()).isEqualTo(3);
  }

  private SourceSet relevant(Store clean) throws ProjectException {
    return Project.load(
            List.of(folder.resolve("src").toString()), List.of(), List.of(), Extent.RELEVANT, clean)
        .getFirst();
  }

  private static List<String> names(Island island) {
    return island.files().stream().map(RelevanceTest::name).toList();
  }

  private static String name(SourceFile file) {
    return file.path().getFileName().toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"seeds", "negatives", "rules", "kernels"})
  void leavesTheFindingsAsTheyAre(String testdata) throws Exception {
    List<String> paths = List.of(Path.of("..", "testdata", testdata).toString());
    List<SourceSet> whole = Project.load(paths, List.of(), List.of(), Extent.WHOLE);
    List<SourceSet> relevant = Project.load(paths, List.of(), List.of(), Extent.RELEVANT);

    assertThat(relevant).hasSameSizeAs(whole);
    for (int program = 0; program < whole.size(); program++) {
      if (!relevant.get(program).files().equals(whole.get(program).files())) {
        assertThat(findings(relevant.get(program))).isEqualTo(findings(whole.get(program)));
      }
    }
  }

  private static List<Finding> findings(SourceSet sources) {
    ProgramModel model = ProgramModel.of(FrontEnd.read(sources));
    return Rules.all().stream().flatMap(rule -> rule.check(model).stream()).toList();
  }
}
