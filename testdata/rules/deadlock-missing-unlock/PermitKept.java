package rules.deadlockmissingunlock;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A call that fails keeps its permit, and the next one waits for it. */
public final class PermitKept {

  private final AtomicInteger calls = new AtomicInteger();
  private final Semaphore permits;

  private PermitKept(int limit) {
    permits = new Semaphore(limit);
  }

  private String call(String host) throws IOException, InterruptedException {
    permits.acquire(); // want deadlock-missing-unlock confirmed
    String answer = dial(host);
    permits.release();
    return answer;
  }

  private String dial(String host) throws IOException {
    if (calls.getAndIncrement() == 0) {
      throw new IOException(host + " refused");
    }
    return host;
  }

  private void tell(String host) throws InterruptedException {
    try {
      System.out.println(call(host));
    } catch (IOException refused) {
      System.out.println(refused.getMessage());
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PermitKept beside = new PermitKept(1);
          WaitGroup callers = new WaitGroup();
          callers.go(() -> beside.tell("north"));
          callers.go(() -> beside.tell("south"));
          callers.await();
        });
  }
}
