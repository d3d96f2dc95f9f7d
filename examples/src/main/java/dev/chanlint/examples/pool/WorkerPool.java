package dev.chanlint.examples.pool;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Once;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/**
 * A fixed number of workers. A job that was accepted is done, also if the pool is shut down right
 * after. The channel of jobs is never closed, since any number of goroutines send on it; what tells
 * them all to stop is a channel that nobody sends on.
 */
public final class WorkerPool implements AutoCloseable {

  private final Chan<Runnable> jobs = Chan.make();
  private final Chan<Unit> stopping = Chan.make();
  private final Once stop = new Once();
  private final WaitGroup workers = new WaitGroup();

  /** Starts workers. */
  public WorkerPool(int size) {
    for (int i = 0; i < size; i++) {
      workers.go(this::work);
    }
  }

  private void work() {
    while (Select.select(onReceive(jobs).map(WorkerPool::run), onReceive(stopping).as(false))) {}
  }

  private static boolean run(Runnable job) {
    job.run();
    return true;
  }

  /**
   * Hands a job to a worker, waiting for one that is free.
   *
   * @return false if the pool is being shut down and does not take it
   */
  public boolean submit(Runnable job) {
    return Select.select(onSend(jobs, job).as(true), onReceive(stopping).as(false));
  }

  /** Closes once no more jobs are taken. */
  public ReceiveChan<Unit> stopping() {
    return stopping;
  }

  /** Takes no more jobs and waits for the running ones. May be called more than once. */
  @Override
  public void close() {
    stop.run(stopping::close);
    workers.await();
  }

  /** Squares a few numbers. */
  public static void main(String[] args) {
    try (WorkerPool pool = new WorkerPool(3)) {
      for (int i = 1; i <= 10; i++) {
        int number = i;
        pool.submit(() -> System.out.println(number + " squared is " + number * number));
      }
    }
  }
}
