package dev.chanlint.analyzer.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlineTest {

  @TempDir private Path folder = Path.of("");

  private Outline outline(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("Source.java"), text);
    return Outline.of(List.of(new SourceFile(file, "Source.java"))).getFirst();
  }

  @Test
  void typesAtTheTopByTheirBinaryNames() throws Exception {
    Outline outline =
        outline(
            """
            /* class No {} */ package a . b.c; // class Nor {}
            import x.y.Z;
            @Deprecated(since = "class Never {") @x.Marks(Z.class) public final class One<T> {
              class Inner {} String text = "{"; char c = '"', d = '\\'';
            }
            @interface Two {}
            sealed interface Three permits Four {}
            @Deprecated record Four<T>(int part) implements Three {}
            enum Five { A { void f() {} } }
            """);

    assertThat(outline.packageName()).isEqualTo("a.b.c");
    assertThat(outline.types())
        .containsExactly("a.b.c.One", "a.b.c.Two", "a.b.c.Three", "a.b.c.Four", "a.b.c.Five");
    assertThat(outline.hasImplicitClass()).isFalse();
    assertThat(outline.isBalanced()).isTrue();
    assertThat(outline.words()).contains("Z", "Inner", "implements").doesNotContain("No", "Never");
  }

  @Test
  void aCompactSourceFileIsOneClass() throws Exception {
    Outline outline = outline("@Deprecated void main() { f(); } record Part(int n) {}");

    assertThat(outline.hasImplicitClass()).isTrue();
    assertThat(outline.types()).containsExactly("Source");
  }

  @Test
  void bracketsInTextsDoNotCount() throws Exception {
    String text = "class A { String s = \"\"\"\n  ) } \\\"\"\" ]\n  \"\"\"; }";

    assertThat(outline(text).isBalanced()).isTrue();
    assertThat(outline("class A { void f( { }").isBalanced()).isFalse();
    assertThat(outline("class A { } }").isBalanced()).isFalse();
  }

  @Test
  void anyTextHasAnOutline() throws Exception {
    for (String text : List.of("", "/*", "\"", "\"\"\"", "'\\", "package", "package a", "class")) {
      assertThat(outline(text).types()).isEmpty();
    }
  }
}
