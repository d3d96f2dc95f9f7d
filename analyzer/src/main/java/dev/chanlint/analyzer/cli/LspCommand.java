package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.config.Settings;
import dev.chanlint.analyzer.lsp.LanguageServers;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chanlint lsp}. */
@Command(
    name = "lsp",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Serve an editor: speak the Language Server Protocol on standard input and output.",
      "Findings are told while a file is edited, and run when the user asks for it."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the editor had the server shut down",
      "1:the editor is gone without a word",
      "2:could not start"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  chanlint lsp",
      "  chanlint lsp --classpath lib/a.jar:lib/b.jar --rule misuse-spin=off"
    })
final class LspCommand implements Callable<Integer> {

  private final Services services;

  @Spec private CommandSpec spec;

  @Mixin private ProgramOptions options = new ProgramOptions();

  @SuppressWarnings("NullAway.Init") // picocli sets the specification.
  LspCommand(Services services) {
    this.services = services;
  }

  /** What a library prints must not get among the messages. */
  @Override
  public Integer call() throws InterruptedException {
    Settings flags = SettingFlags.read(spec);
    Configuration.requireRules(flags, Catalog.of(services).keySet());
    PrintStream protocol = System.out;
    System.setOut(System.err);
    try {
      return LanguageServers.serve(
          new ProjectAnalyzer(services, options, flags), System.in, protocol);
    } finally {
      System.setOut(protocol);
    }
  }
}
