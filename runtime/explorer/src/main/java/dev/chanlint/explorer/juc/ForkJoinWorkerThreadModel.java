package dev.chanlint.explorer.juc;

import static dev.chanlint.explorer.juc.Unmodelled.unmodelled;

/** Stands for {@link java.util.concurrent.ForkJoinWorkerThread}. */
public class ForkJoinWorkerThreadModel extends Thread {

  /** The pool that it works for; read by the JDK's own code too. */
  public final ForkJoinPoolModel pool;

  private final Runnable work;

  ForkJoinWorkerThreadModel(ForkJoinPoolModel pool, String name, Runnable work) {
    super(name);
    this.pool = pool;
    this.work = work;
    setDaemon(true);
  }

  /** {@link java.util.concurrent.ForkJoinWorkerThread#getPool}. */
  public ForkJoinPoolModel getPool() {
    return pool;
  }

  /** {@link java.util.concurrent.ForkJoinWorkerThread#getPoolIndex}. */
  public int getPoolIndex() {
    throw unmodelled("ForkJoinWorkerThread.getPoolIndex");
  }

  /** {@link java.util.concurrent.ForkJoinWorkerThread#getQueuedTaskCount}. */
  public int getQueuedTaskCount() {
    throw unmodelled("ForkJoinWorkerThread.getQueuedTaskCount");
  }

  @Override
  public void run() {
    work.run();
  }
}
