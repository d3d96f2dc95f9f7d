package dev.chanlint.analyzer.rules;

import dev.chanlint.analyzer.Wants;
import dev.chanlint.analyzer.Wants.Want;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A source with what the rules find in it.
 *
 * @param wants what it wants to be found
 * @param findings what all rules report
 */
record Linted(List<Want> wants, List<Finding> findings) {

  static final Path TESTDATA = Path.of("..", "testdata");

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
    return new Linted(Wants.in(file), findings);
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

  /** The findings that nothing wants. */
  List<Finding> unwanted() {
    List<Finding> unwanted = new ArrayList<>(findings);
    wants.forEach(
        want ->
            unwanted.stream().filter(f -> meets(f, want)).findFirst().ifPresent(unwanted::remove));
    return unwanted;
  }

  /** The wants that nothing meets. */
  List<Want> unmet() {
    List<Want> unmet = new ArrayList<>(wants);
    findings.forEach(
        finding ->
            unmet.stream().filter(w -> meets(finding, w)).findFirst().ifPresent(unmet::remove));
    return unmet;
  }

  /** Whether at least one want is met. */
  boolean meetsOne() {
    return unmet().size() < wants.size();
  }

  private static boolean meets(Finding finding, Want want) {
    return want.isMetBy(finding.at().line(), finding.rule(), finding.message());
  }
}
