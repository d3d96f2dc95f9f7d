import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls that do not compile, for they lack arguments. */
class FewArguments {
  public static void main(String[] args) {
    Chan<Integer> ch = Chan.make(1, 2);
    ch.send();
    ch.trySend();
    Go.go();
    new WaitGroup().add();
    new WaitGroup().go();
    new Semaphore().acquire();
    new AtomicInteger(1).compareAndSet();
    CompletableFuture.supplyAsync().thenApply();
    Executors.newFixedThreadPool().submit();
    Select.select(Select.onReceive(), Select.onSend(ch));
    new Mutex().lock(1);
    new Thread().join();
    Go.sleep();
    Go.run();
  }
}
