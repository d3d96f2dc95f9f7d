package dev.chanlint.analyzer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that runs entry points, which its first parameter names. */
abstract class EntryCommand implements Callable<Integer> {

  private final Services services;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      arity = "0..*",
      description = "Java source files, or folders of them; none if --classes has all that is run.")
  private List<String> paths = new ArrayList<>();

  @Mixin private ProgramOptions program = new ProgramOptions();

  @Option(
      names = "--allow",
      paramLabel = "EFFECT",
      description = {
        "Let the code that is run have an effect: net, process, property or write:GLOB;",
        "may be repeated. Nothing undoes it between executions."
      })
  private List<String> allowed = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // picocli sets the specification.
  EntryCommand(Services services, Terminal terminal) {
    this.services = services;
    this.terminal = terminal;
  }

  final Terminal terminal() {
    return terminal;
  }

  final CommandSpec spec() {
    return spec;
  }

  /**
   * What an entry point is run with, its sources compiled if need be.
   *
   * @param entry the binary name of a class, or {@code CLASS#METHOD}
   */
  final List<Path> classPathOf(String entry) {
    return program.classPathOf(entry, paths, services);
  }

  /** A place to run them. */
  final Sandbox sandbox() {
    return services.sandbox(program.sandbox(allowed));
  }

  /** The paths of the sources. */
  final List<String> paths() {
    return paths;
  }

  /** The options that tell how to read the program, as words of a command line. */
  final List<String> words() {
    return program.words(allowed);
  }
}
