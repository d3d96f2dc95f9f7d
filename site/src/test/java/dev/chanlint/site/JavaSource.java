package dev.chanlint.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A snippet as the compiler takes it. What declares types is a whole file; methods are put into a
 * class, and statements into a method, with all imports that a reader would think of.
 *
 * @param className the name of its class
 * @param text the whole file
 */
record JavaSource(String className, String text) {

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, null);
  private static final String CLASS_PATH =
      Objects.requireNonNull(System.getProperty("java.class.path"));
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^(?:public |final |abstract |sealed )*(?:class|interface|record|enum) (\\w+)");
  private static final Pattern MAIN = Pattern.compile("(?m)^void main\\(");
  private static final Pattern MEMBER =
      Pattern.compile(
          "^(?:@\\w+.*\n)*(?:public |private |static |final )*[\\w<>?, ]+ \\w+\\([^;]*\\{");
  private static final String IMPORTS =
      """
      import static dev.chanlint.runtime.Go.*; import static dev.chanlint.runtime.Select.*; \
      import static dev.chanlint.runtime.Unit.UNIT; import dev.chanlint.runtime.*; \
      import dev.chanlint.explorer.*; import dev.chanlint.explorer.junit.ExploreTest; \
      import java.time.Duration; import java.util.List; import java.util.Map; \
      import org.junit.jupiter.api.*; \
      """;

  /**
   * Makes a whole file of a snippet.
   *
   * @param snippet the snippet
   * @return the file
   */
  static JavaSource of(Snippet snippet) {
    String code = snippet.code();
    Matcher type = TYPE.matcher(code);
    if (MAIN.matcher(code).find()) {
      return new JavaSource("Main", code);
    }
    if (type.find()) {
      return new JavaSource(type.group(1), code);
    }
    if (MEMBER.matcher(code).find()) {
      return new JavaSource("Members", IMPORTS + "abstract class Members {\n" + code + "}\n");
    }
    return new JavaSource(
        "Statements",
        IMPORTS
            + "abstract class Statements { void run(%s) throws Exception {\n"
                .formatted(snippet.remark("given").orElse(""))
            + code
            + "}}\n");
  }

  /**
   * Compiles it against what the pages are about.
   *
   * @param folder where its classes go
   * @return what is wrong with it; empty if it compiles
   */
  List<String> compile(Path folder) throws IOException {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp", CLASS_PATH);
    COMPILER.getTask(null, FILES, said, options, null, List.of(file())).call();
    return said.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(error -> error.getLineNumber() + ": " + error.getMessage(Locale.ROOT))
        .toList();
  }

  private JavaFileObject file() {
    URI name = URI.create("string:///" + className + ".java");
    return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
