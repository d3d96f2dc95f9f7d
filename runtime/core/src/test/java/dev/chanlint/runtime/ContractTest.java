package dev.chanlint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sources that users write compile, as a module that requires the runtime's, and what the types are
 * there to forbid does not.
 */
final class ContractTest {

  /** A source that is a text. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final Source MODULE =
      new Source("module-info.java", "module user { requires dev.chanlint.runtime; }");

  @TempDir private Path classes;

  /** Compiles for Java 21; returns what the compiler complains of, warnings included. */
  private String complaints(Source... sources) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "--release",
            "21",
            "-Xlint:all,-requires-automatic",
            "-proc:none",
            "--module-path",
            runtime().toString(),
            "-d",
            classes.toString());
    List<JavaFileObject> all = new ArrayList<>(List.of(sources));
    all.add(MODULE);
    StringWriter complaints = new StringWriter();
    javac.getTask(complaints, null, null, options, null, all).call();
    return complaints.toString();
  }

  private static Path runtime() {
    try {
      return Path.of(Chan.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Source snippet(String statements) {
    return new Source(
        "user/Snippet.java",
        """
        package user;
        import dev.chanlint.runtime.*;
        class Snippet {
          static void run(SendChan<Integer> in, ReceiveChan<Integer> out, Chan<Integer> ch) {
            %s
          }
        }
        """
            .formatted(statements));
  }

  @Test
  void everySignatureOfTheContractCompiles() throws IOException {
    String uses = Files.readString(Path.of("src/test/resources/user/Contract.java"));
    assertThat(complaints(new Source("user/Contract.java", uses))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in.send(out.receive());",
        "for (int value : out) in.send(value);",
        "SendChan<Integer> half = ch; ReceiveChan<Integer> other = ch;",
        "try (ch) { ch.send(1); }",
        "Select.<Object>select(Select.onReceive(out), Select.onSend(in, 1));"
      })
  void isAllowed(String statements) {
    assertThat(complaints(snippet(statements))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "out.send(1);",
        "out.trySend(1);",
        "out.close();",
        "in.receive();",
        "in.tryReceive();",
        "for (int value : in) {}",
        "Select.select(Select.onSend(out, 1));",
        "Select.select(Select.onReceive(in));",
        "in.send(\"text\");",
        "ch = in;",
        "Select.Case<Integer> own = new Select.Case<>() {};",
        "dev.chanlint.runtime.engine.Engine.nanoTime();"
      })
  void isForbidden(String statements) {
    assertThat(complaints(snippet(statements))).contains("error: ");
  }

  @Test
  void theModuleStandsOnTheJdkAlone() {
    var descriptor =
        ModuleFinder.of(runtime()).find("dev.chanlint.runtime").orElseThrow().descriptor();
    assertThat(descriptor.requires())
        .filteredOn(r -> !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
        .allSatisfy(r -> assertThat(r.name()).matches("(java|jdk)\\..*"));
    assertThat(descriptor.exports())
        .filteredOn(e -> !e.isQualified())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactly("dev.chanlint.runtime");
  }

  @Test
  void allClassesRunOnJava21() throws IOException {
    try (Stream<Path> files = Files.walk(runtime())) {
      List<Path> compiled = files.filter(f -> f.toString().endsWith(".class")).toList();
      assertThat(compiled).hasSizeGreaterThan(50);
      assertThat(compiled).allSatisfy(f -> assertThat(majorVersion(f)).isLessThanOrEqualTo(65));
    }
  }

  /**
   * Byte 7 of a class file, after the magic number and the minor version, of two bytes each way.
   */
  private static int majorVersion(Path classFile) {
    try {
      byte[] bytes = Files.readAllBytes(classFile);
      return (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nullIsNowhereUnlessItSaysSo() {
    assertThat(Chan.class.getPackage().isAnnotationPresent(NullMarked.class)).isTrue();
  }
}
