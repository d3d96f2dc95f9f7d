package dev.chanlint.analyzer.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.project.Project;
import dev.chanlint.analyzer.project.SourceSet;
import dev.chanlint.model.code.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a project runs none of its code: each piece of it here would leave a mark. */
class RunsNothingTest {

  @TempDir Path folder;

  private String marking(String declaration, String name) {
    return declaration
        + """
         {
          static {
            try {
              java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
        """
            .formatted(folder.resolve("ran-" + name));
  }

  private Path compiled(String name, String source, Path... classPath) throws Exception {
    Path sources = Files.createDirectories(folder.resolve(name + "-src/lib"));
    Path classes = Files.createDirectories(folder.resolve(name + "-classes"));
    Path file = sources.resolve(name + ".java");
    Files.writeString(file, source);
    String path = classPath.length == 0 ? classes.toString() : classPath[0].toString();
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                path,
                "-d",
                classes.toString(),
                file.toString());
    assertThat(failed).isZero();
    return classes;
  }

  @Test
  void ofSourcesLibrariesAndProcessors() throws Exception {
    Path library =
        compiled(
            "Library",
            "package lib;\n"
                + marking("public class Library", "library")
                + """
                  public static final Object SHARED = new Object();
                  public interface Body { void run() throws Exception; }
                  public @interface Mark { Class<?> value(); }
                  public static void use(Body body) {}
                }
                """);
    Path processor =
        compiled(
            "Processor",
            "package lib;\n"
                + marking(
                    "public class Processor extends javax.annotation.processing.AbstractProcessor",
                    "processor")
                + """
                  public Processor() {}
                  public boolean process(
                      java.util.Set<? extends javax.lang.model.element.TypeElement> annotations,
                      javax.annotation.processing.RoundEnvironment round) {
                    return false;
                  }
                }
                """);
    Path services = Files.createDirectories(processor.resolve("META-INF/services"));
    Files.writeString(services.resolve("javax.annotation.processing.Processor"), "lib.Processor\n");
    Path sources = Files.createDirectories(folder.resolve("project"));
    Files.writeString(
        sources.resolve("Main.java"),
        "import lib.Library;\n"
            + "@Library.Mark(Main.class)\n"
            + marking("public class Main extends Library", "source")
            + """
              static final Object MINE = Library.SHARED;
              enum Kind { A, B }
              public static void main(String[] args) {
                Library.use(() -> System.out.println(switch (Kind.A) { case A -> MINE; case B -> args; }));
              }
            }
            """);

    List<SourceSet> sets =
        Project.load(
            List.of(sources.toString()),
            List.of(),
            List.of(library, processor),
            Project.Extent.WHOLE);
    Program program = FrontEnd.read(sets.getFirst());

    assertThat(program.gaps()).isEmpty();
    assertThat(program.entryPoints()).hasSize(1);
    assertThat(folder).isDirectoryNotContaining("glob:**ran-*");
    Class.forName(
        "lib.Library",
        true,
        new java.net.URLClassLoader(new java.net.URL[] {library.toUri().toURL()}));
    assertThat(folder).as("the trap works").isDirectoryContaining("glob:**ran-library");
  }
}
