package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.config.ConfigFile;
import dev.chanlint.analyzer.config.ConfigTemplate;
import dev.chanlint.explorer.witness.Counts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chanlint init}. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description =
        "Write a chanlint.toml that explains what can be set, and tell what there is to check.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:the file is written", "2:it is there already, or cannot be written"},
    footerHeading = "%nExamples:%n",
    footer = "  chanlint init")
final class InitCommand implements Callable<Integer> {

  private static final String RUNTIME = "dev.chanlint.runtime";
  private static final List<String> SOURCE_FOLDERS = List.of("src/main/java", "src");

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "Where to write it. Default: the working folder")
  private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init") // picocli sets the parameter.
  InitCommand() {}

  @Override
  public Integer call() {
    Path file = folder.resolve(ConfigFile.NAME);
    if (!Files.isDirectory(folder.toAbsolutePath())) {
      throw new UserException(folder + ": no such folder");
    }
    if (Files.exists(file)) {
      throw new UserException(file + ": is there already");
    }
    TextFiles.write(file, ConfigTemplate.text());
    tell(file);
    return Exit.CLEAN;
  }

  private void tell(Path file) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(file + ": written");
    List<Path> sources = sources();
    long users = sources.stream().filter(InitCommand::usesRuntime).count();
    out.println(
        "found: "
            + (Files.exists(folder.resolve("pom.xml")) ? "a Maven project, " : "")
            + Counts.of(sources.size(), "Java source file")
            + "; "
            + Counts.of(users, "import")
            + " of "
            + RUNTIME);
    out.println("next: " + Chanlint.commandName() + " check " + sourceFolder());
    out.flush();
  }

  private Path sourceFolder() {
    return SOURCE_FOLDERS.stream()
        .map(folder::resolve)
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(folder.toString().isEmpty() ? Path.of(".") : folder);
  }

  private List<Path> sources() {
    try (Stream<Path> files = Files.walk(folder.toAbsolutePath())) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UserException(folder + ": cannot be read: " + e, e);
    }
  }

  private static boolean usesRuntime(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .contains("import " + RUNTIME);
    } catch (IOException e) {
      throw new UserException(file + ": cannot be read: " + e, e);
    }
  }
}
