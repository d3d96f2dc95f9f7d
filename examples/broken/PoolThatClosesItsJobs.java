import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Closes the channel of jobs, on which others may still send. */
final class PoolThatClosesItsJobs {

  private final Chan<Runnable> jobs = Chan.make();
  private final WaitGroup workers = new WaitGroup();

  private PoolThatClosesItsJobs() {
    workers.go(
        () -> {
          for (Runnable job : jobs) {
            job.run();
          }
        });
  }

  private void submit(Runnable job) {
    jobs.send(job); // want close-before-send confirmed
  }

  private void shutdown() {
    jobs.close();
    workers.await();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PoolThatClosesItsJobs pool = new PoolThatClosesItsJobs();
          WaitGroup submitting = new WaitGroup();
          submitting.go(() -> pool.submit(() -> System.out.println("done")));
          pool.shutdown();
          submitting.await();
        });
  }
}
