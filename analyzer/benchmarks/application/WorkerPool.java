import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** Has a few goroutines work on many widgets. */
public class WorkerPool {

  public long work(List<String> names) {
    Chan<String> jobs = Chan.make();
    Chan<Long> results = Chan.make();
    WaitGroup workers = new WaitGroup();
    workers.add(2);
    for (int n = 0; n < 2; n++) {
      Go.go(() -> serve(jobs, results, workers));
    }
    Go.go(
        () -> {
          for (String name : names) {
            jobs.send(name);
          }
          jobs.close();
        });
    Go.go(
        () -> {
          workers.await(); // planted: deadlock-waitgroup
          results.close();
        });
    long sum = 0;
    for (long result : results) {
      sum += result;
    }
    return sum;
  }

  private static void serve(Chan<String> jobs, Chan<Long> results, WaitGroup workers) {
    for (String job : jobs) {
      if (job.isEmpty()) {
        workers.done(); // broken: System.out.println("a widget without a name");
        return;
      }
      results.send(job.length() * 19L + new Sequential(13).work(1));
    }
    workers.done();
  }

  // main
  public static void main(String[] args) {
    Go.run(() -> System.out.println(new WorkerPool().work(List.of("first", ""))));
  }
  // end
}
