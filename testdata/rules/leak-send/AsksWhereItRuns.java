package rules.leaksend;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.Optional;

/** What the JDK, its modules and its threads answer is not known, but any answer may be. */
public final class AsksWhereItRuns {

  private static final Runtime MACHINE = Runtime.getRuntime();
  private static final Optional<Module> JFR = ModuleLayer.boot().findModule("jdk.jfr");

  public static void main(String[] args) {
    Go.run(
        () -> {
          if (JFR.isPresent()) {
            oneAnswerOfTwo(MACHINE.totalMemory());
          }
          unnamed();
          handled();
        });
  }

  private static void oneAnswerOfTwo(long memory) {
    Chan<Long> answers = Chan.make();
    Go.go(() -> answers.send(memory)); // want leak-send "channel 'answers'"
    Go.go(() -> answers.send(memory / 2)); // want leak-send "channel 'answers'"
    answers.receive();
  }

  private static void unnamed() {
    if (Thread.currentThread().threadId() != 1) {
      Chan<String> unheard = Chan.make();
      Go.go(() -> unheard.send("unheard")); // want leak-send "channel 'unheard'"
    }
  }

  /** Nothing is lost where the handler that was set is the one that is there. */
  private static void handled() {
    Thread.UncaughtExceptionHandler own = (thread, e) -> {};
    Thread thread = Thread.ofVirtual().uncaughtExceptionHandler(own).unstarted(() -> {});
    Chan<String> heard = Chan.make();
    Go.go(() -> heard.send("heard"));
    if (thread.getUncaughtExceptionHandler() == own) {
      heard.receive();
    }
    thread.start();
  }
}
