// fault: race
package call_timeout;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * A call that takes too long is answered with an error, which is put where the call, still under
 * way, will put its result.
 */
public final class Buggy {

  static final class Call<T> {
    private final Chan<Unit> done = Chan.make();
    private T result;
    private String error;

    void run(Callable<T> task) {
      try {
        result = task.call();
      } catch (Exception failed) {
        error = failed.getMessage(); // want race-unguarded, race-early-publish
      } finally {
        done.close();
      }
    }

    String outcome() {
      return error == null ? "ok: " + result : "failed: " + error; // want race-unguarded
    }

    void abandon() {
      error = "deadline exceeded"; // want race-unguarded
    }
  }

  interface Invoker {
    <T> String invoke(Callable<T> task);
  }

  static final class TimedInvoker implements Invoker {
    private final WaitGroup calls = new WaitGroup();
    private final Duration limit;

    TimedInvoker(Duration limit) {
      this.limit = limit;
    }

    @Override
    public <T> String invoke(Callable<T> task) {
      Call<T> call = new Call<>();
      calls.go(() -> call.run(task));
      select(onReceive(call.done), onTimeout(limit, call::abandon));
      return call.outcome();
    }
  }

  static int size(String file) throws IOException {
    if (file.isEmpty()) {
      throw new IOException("no such file");
    }
    return file.length();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          TimedInvoker invoker = new TimedInvoker(Duration.ofMillis(5));
          System.out.println(invoker.invoke(() -> size("a")));
          System.out.println(invoker.invoke(() -> size("")));
          invoker.calls.await();
        });
  }
}
