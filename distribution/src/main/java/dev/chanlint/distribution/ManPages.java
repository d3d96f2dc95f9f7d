package dev.chanlint.distribution;

import dev.chanlint.analyzer.cli.Chanlint;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes the sources of the manual pages, one for each command, from what the commands say. */
final class ManPages {

  private ManPages() {}

  /**
   * Writes them.
   *
   * @param args the folder
   * @throws IOException if they cannot be written
   */
  public static void main(String[] args) throws IOException {
    CommandSpec root = Chanlint.specification();
    List<CommandSpec> all = new ArrayList<>(List.of(root));
    root.subcommands().values().stream().map(CommandLine::getCommandSpec).forEach(all::add);
    int status =
        ManPageGenerator.generateManPage(
            new File(args[0]), null, new boolean[0], true, all.toArray(CommandSpec[]::new));
    if (status != 0) {
      throw new IOException("the manual pages were not written: status " + status);
    }
  }
}
