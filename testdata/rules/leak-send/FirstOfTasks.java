package rules.leaksend;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The first task to succeed is waited for; who else waits for nobody is not helped by that. */
public final class FirstOfTasks {

  public static void main(String[] args) throws Exception {
    Chan<String> log = Chan.make();
    Chan<String> read = Chan.make(2);
    try (ExecutorService executor = Executors.newCachedThreadPool()) {
      Go.go(() -> log.send("asking")); // want leak-send "channel 'log'" confirmed
      String first =
          executor.invokeAny(
              List.of(
                  () -> {
                    read.send("near");
                    return "near";
                  },
                  () -> {
                    read.send("far");
                    return "far";
                  }));
      System.out.println(first + read.receive());
    }
  }
}
