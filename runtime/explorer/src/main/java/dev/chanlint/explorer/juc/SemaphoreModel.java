package dev.chanlint.explorer.juc;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** {@link Semaphore}; fair or not, who gets a permit is open. */
public class SemaphoreModel extends Semaphore {

  private static final long serialVersionUID = 1L;

  private final transient Stored permits = new Stored();
  private final transient PerExecution<Counter> state;

  /** {@link Semaphore#Semaphore(int)}. */
  public SemaphoreModel(int permits) {
    super(permits);
    this.state = state(permits);
  }

  /** {@link Semaphore#Semaphore(int, boolean)}. */
  public SemaphoreModel(int permits, boolean fair) {
    super(permits, fair);
    this.state = state(permits);
  }

  private PerExecution<Counter> state(int initial) {
    return new PerExecution<>(
        e -> new Counter(e, "Semaphore", "Semaphore.acquire").with(permits, initial));
  }

  private boolean has(int number) {
    return permits.get() >= number;
  }

  private static void checkNotNegative(int number) {
    if (number < 0) {
      throw new IllegalArgumentException();
    }
  }

  @Override
  public void acquire() throws InterruptedException {
    acquire(1);
  }

  @Override
  public void acquire(int number) throws InterruptedException {
    checkNotNegative(number);
    state.get().await("acquire", () -> has(number), () -> permits.add(-number), Long.MAX_VALUE);
  }

  @Override
  public void acquireUninterruptibly() {
    acquireUninterruptibly(1);
  }

  @Override
  public void acquireUninterruptibly(int number) {
    checkNotNegative(number);
    state.get().await("acquire", () -> has(number), () -> permits.add(-number));
  }

  @Override
  public boolean tryAcquire() {
    return tryAcquire(1);
  }

  @Override
  public boolean tryAcquire(int number) {
    checkNotNegative(number);
    return state.get().attempt("tryAcquire", () -> has(number), () -> permits.add(-number));
  }

  @Override
  public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
    return tryAcquire(1, timeout, unit);
  }

  @Override
  public boolean tryAcquire(int number, long timeout, TimeUnit unit) throws InterruptedException {
    checkNotNegative(number);
    return state
        .get()
        .await("tryAcquire", () -> has(number), () -> permits.add(-number), unit.toNanos(timeout));
  }

  @Override
  public void release() {
    release(1);
  }

  @Override
  public void release(int number) {
    checkNotNegative(number);
    state.get().change("release", () -> permits.add(number));
  }

  @Override
  public int availablePermits() {
    state.get().look("availablePermits");
    return (int) permits.get();
  }

  @Override
  public int drainPermits() {
    int[] drained = new int[1];
    state
        .get()
        .change(
            "drainPermits",
            () -> {
              drained[0] = (int) permits.get();
              permits.set(0);
            });
    return drained[0];
  }

  @Override
  protected void reducePermits(int reduction) {
    checkNotNegative(reduction);
    state.get().change("reducePermits", () -> permits.add(-reduction));
  }

  @Override
  public String toString() {
    return "Semaphore";
  }
}
