package dev.chanlint.analyzer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command in a JVM of its own, with what the launcher gives one that is to end soon. */
final class OwnProcess {

  private OwnProcess() {}

  /**
   * One that is yet to be started.
   *
   * @param options what the JVM is given beside
   * @param words what the command is called with
   */
  static ProcessBuilder of(List<String> options, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Chanlint.class.getName());
    command.addAll(List.of(words));
    return new ProcessBuilder(command);
  }
}
