package uncalled;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;

/** What comes in from outside is sent to, received from, closed, unlocked outside too. */
public final class Given {

  private Given() {}

  public static void produce(Chan<Integer> out, int count) {
    Go.go(
        () -> {
          for (int n = 0; n < count; n++) {
            out.send(n);
          }
          out.close();
        });
  }

  public static int consume(Chan<Integer> in) {
    int sum = 0;
    for (int n : in) {
      sum += n;
    }
    return sum;
  }

  public static int signalled(Chan<Boolean> done) {
    int[] result = {0};
    Go.go(
        () -> {
          result[0] = 1;
          done.send(true);
        });
    done.receive();
    return result[0];
  }

  public static void worker(Chan<Runnable> jobs, Chan<Boolean> quit, Chan<Integer> results) {
    Go.go(
        () -> {
          while (select(
              onReceive(jobs)
                  .map(
                      job -> {
                        job.run();
                        results.send(1);
                        return true;
                      }),
              onReceive(quit).as(false))) {}
        });
  }

  public static void generate(Context context, Chan<Integer> out) {
    Go.go(
        () -> {
          for (int n = 0; select(onSend(out, n).as(true), onReceive(context.done()).as(false)); ) {
            n++;
          }
        });
  }

  public static int guarded(Mutex lock, WaitGroup tasks) {
    int[] count = {0};
    for (int n = 0; n < 2; n++) {
      tasks.add(1);
      Go.go(
          () -> {
            lock.lock();
            count[0]++;
            lock.unlock();
            tasks.done();
          });
    }
    tasks.await();
    return count[0];
  }

  public static int monitored(Object monitor) {
    int[] count = {0};
    Go.go(
        () -> {
          synchronized (monitor) {
            count[0]++;
          }
        });
    synchronized (monitor) {
      return count[0];
    }
  }

  public static void latched(CountDownLatch latch, Lock lock, BlockingQueue<String> queue)
      throws InterruptedException {
    String[] taken = {""};
    Go.go(
        () -> {
          lock.lock();
          taken[0] = queue.take();
          lock.unlock();
          latch.countDown();
        });
    latch.await();
    queue.put(taken[0]);
  }

  public static String executed(Executor executor, String text) {
    Chan<String> result = Chan.make();
    executor.execute(() -> result.send(text));
    return result.receive();
  }

  public static void collect(List<String> into, Chan<String> done) {
    for (int n = 0; n < 2; n++) {
      Go.go(() -> into.add("found"));
    }
    done.send("started");
  }
}
