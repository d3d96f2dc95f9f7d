package dev.chanlint.analyzer.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.project.SourceFile;
import dev.chanlint.model.code.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that breaks the parser costs a note, and nothing else. */
class BrokenFileTest {

  /** A local record in a lambda that is passed to an unknown method: Spoon's issue 6793. */
  private static final String BREAKING =
      """
      class Breaking {
        void f(com.example.Unknown unknown) {
          unknown.call(() -> {
            record Local(int n) {}
            return new Local(1);
          });
        }
      }
      """;

  @TempDir private Path folder = Path.of("");

  private SourceFile source(String name, String text) throws Exception {
    return new SourceFile(Files.writeString(folder.resolve(name), text).toAbsolutePath(), name);
  }

  @Test
  void theOthersAreRead() throws Exception {
    List<SourceFile> files = new ArrayList<>();
    files.add(source("A.java", "class A { B b; void f() { b.g(); } }"));
    files.add(source("B.java", "class B { void g() {} }"));
    files.add(source("Breaking.java", BREAKING));
    files.add(source("C.java", "class C extends A { void h() { f(); } }"));

    Program program = Sources.program(files);

    assertThat(program.functions().keySet())
        .anyMatch(id -> id.startsWith("A#f"))
        .anyMatch(id -> id.startsWith("B#g"))
        .anyMatch(id -> id.startsWith("C#h"));
    assertThat(program.gaps())
        .singleElement()
        .satisfies(gap -> assertThat(gap.at().file()).isEqualTo("Breaking.java"))
        .satisfies(gap -> assertThat(gap.what()).startsWith("cannot be parsed: "));
  }
}
