package uncalled;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Started by the constructor, ended by another method. */
public class Lifecycle implements AutoCloseable {

  private final CancelContext context = Context.withCancel(Context.background());
  private final Chan<Runnable> jobs = Chan.make();
  private final WaitGroup workers = new WaitGroup();

  public Lifecycle(int count) {
    for (int n = 0; n < count; n++) {
      workers.go(this::work);
    }
  }

  private void work() {
    while (select(
        onReceive(jobs)
            .map(
                job -> {
                  job.run();
                  return true;
                }),
        onReceive(context.done()).as(false))) {}
  }

  public void submit(Runnable job) {
    jobs.send(job);
  }

  public boolean trySubmit(Runnable job) {
    return jobs.trySend(job);
  }

  public void watch(Runnable onEnd) {
    Go.go(
        () -> {
          context.done().receive();
          onEnd.run();
        });
  }

  @Override
  public void close() {
    context.cancel();
    workers.await();
  }
}
