import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Work spread over goroutines whose outputs are merged; the merged channel closes after all. */
public final class FanOutFanIn {

  record Job(int id, String text) {}

  record Result(int id, int length) {}

  /** What is done with a job. */
  interface Handler {
    Result handle(Job job);
  }

  private final Handler handler;
  private final int width;

  FanOutFanIn(Handler handler, int width) {
    this.handler = handler;
    this.width = width;
  }

  List<Result> process(List<Job> jobs) {
    ReceiveChan<Job> queue = feed(jobs);
    List<ReceiveChan<Result>> outputs = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      outputs.add(worker(queue));
    }
    List<Result> results = new ArrayList<>();
    for (Result result : merge(outputs)) {
      results.add(result);
    }
    return results;
  }

  private static ReceiveChan<Job> feed(List<Job> jobs) {
    Chan<Job> queue = Chan.make(jobs.size());
    for (Job job : jobs) {
      queue.send(job);
    }
    queue.close();
    return queue;
  }

  private ReceiveChan<Result> worker(ReceiveChan<Job> queue) {
    Chan<Result> out = Chan.make();
    Go.go(
        () -> {
          for (Job job : queue) {
            out.send(handler.handle(job));
          }
          out.close();
        });
    return out;
  }

  private static <T> ReceiveChan<T> merge(List<ReceiveChan<T>> inputs) {
    Chan<T> merged = Chan.make();
    WaitGroup forwarders = new WaitGroup();
    for (ReceiveChan<T> input : inputs) {
      forwarders.go(
          () -> {
            for (T value : input) {
              merged.send(value);
            }
          });
    }
    Go.go(
        () -> {
          forwarders.await();
          merged.close();
        });
    return merged;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          FanOutFanIn service =
              new FanOutFanIn(job -> new Result(job.id(), job.text().length()), 2);
          List<Result> results = service.process(List.of(new Job(1, "a"), new Job(2, "bb")));
          System.out.println(results.size());
        });
  }
}
