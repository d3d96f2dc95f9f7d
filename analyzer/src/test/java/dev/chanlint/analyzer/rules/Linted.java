package dev.chanlint.analyzer.rules;

import dev.chanlint.analyzer.front.FrontEnd;
import dev.chanlint.analyzer.project.SourceFile;
import dev.chanlint.analyzer.project.SourceSet;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.code.Program;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Rules;
import dev.chanlint.runtime.Chan;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A source with what the rules find in it.
 *
 * @param lines the source
 * @param findings what all rules report
 */
record Linted(List<String> lines, List<Finding> findings) {

  static final Path TESTDATA = Path.of("..", "testdata");

  private static final Pattern WANT = Pattern.compile("// want (\\+1 )?(.*)$");

  /** A rule expected at a line. */
  record Want(int line, String rule) {}

  static Linted of(Path file) throws IOException {
    SourceSet sources =
        new SourceSet(
            List.of(new SourceFile(file.toAbsolutePath(), file.toString())),
            List.of(),
            List.of(runtime()),
            List.of());
    Program program = FrontEnd.read(sources);
    ProgramModel model = ProgramModel.of(program);
    List<Finding> findings =
        Rules.all().stream().flatMap(rule -> rule.check(model).stream()).toList();
    return new Linted(Files.readAllLines(file), findings);
  }

  private static Path runtime() {
    try {
      return Path.of(Chan.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(TESTDATA.resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** The expectations in the source. */
  Stream<Want> wants() {
    return Stream.iterate(0, n -> n < lines.size(), n -> n + 1).flatMap(this::wants);
  }

  private Stream<Want> wants(int index) {
    Matcher matcher = WANT.matcher(lines.get(index));
    if (!matcher.find()) {
      return Stream.of();
    }
    int line = index + 1 + (matcher.group(1) == null ? 0 : 1);
    return Pattern.compile("[a-z]+-[a-z-]+")
        .matcher(matcher.group(2).replaceAll("\"[^\"]*\"", ""))
        .results()
        .map(rule -> new Want(line, rule.group()));
  }

  Stream<Want> found() {
    return findings.stream().map(f -> new Want(f.at().line(), f.rule()));
  }
}
