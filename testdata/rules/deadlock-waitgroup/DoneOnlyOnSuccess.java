package rules.deadlockwaitgroup;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** A task that fails does not say that it is done. */
public final class DoneOnlyOnSuccess {

  interface Job {
    void run() throws java.io.IOException;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup jobs = new WaitGroup();
          start(jobs, () -> System.out.println("copied"));
          start(
              jobs,
              () -> {
                throw new java.io.IOException("disk full");
              });
          jobs.await(); // want deadlock-waitgroup
        });
  }

  private static void start(WaitGroup jobs, Job job) {
    jobs.add(1);
    Go.go(
        () -> {
          try {
            job.run();
            jobs.done();
          } catch (java.io.IOException e) {
            System.out.println(e.getMessage());
          }
        });
  }
}
