// fault: leak, race
package moby_18412;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import java.time.Duration;

/** Runs a command with a time limit and returns what it wrote. */
public final class Buggy {

  record Result(String output, int exitCode, boolean timedOut) {}

  /** What a started command writes into. */
  static final class OutputBuffer {
    private String text = "";

    void append(String chunk) {
      text += chunk; // want race-unguarded
    }

    String text() {
      return text; // want race-unguarded
    }
  }

  /** A command that writes two chunks and exits, unless it is killed before. */
  static final class Command {
    private final OutputBuffer output;
    private final Chan<Unit> killed = Chan.make();
    private final Chan<Unit> exited = Chan.make();

    Command(OutputBuffer output) {
      this.output = output;
    }

    void start() {
      Go.go(this::copyOutput);
    }

    private void copyOutput() {
      try (exited) {
        for (int chunk = 0; chunk < 2 && !isKilled(); chunk++) {
          output.append("chunk " + chunk + "\n");
          Go.gosched();
        }
      }
    }

    private boolean isKilled() {
      return select(onReceive(killed).as(true), onDefault().as(false));
    }

    void kill() {
      killed.close();
    }

    void await() {
      exited.receive();
    }
  }

  static final class Runner {
    private int exitCode;
    private boolean timedOut;

    Result runWithTimeout(Duration timeout) {
      OutputBuffer output = new OutputBuffer();
      Command command = new Command(output);
      command.start();
      Chan<String> done = Chan.make();
      Go.go(
          () -> {
            command.await();
            exitCode = 1; // want race-unguarded
            done.send("exit status 1"); // want leak-send
          });
      select(
          onTimeout(
              timeout,
              () -> {
                command.kill();
                timedOut = true;
              }),
          onReceive(done));
      return new Result(output.text(), exitCode, timedOut); // want race-unguarded
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Result result = new Runner().runWithTimeout(Duration.ofMillis(1));
          System.out.println(result);
        });
  }
}
