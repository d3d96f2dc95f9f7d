package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Engine;
import java.time.Duration;
import java.util.Objects;

/** Goroutines: Go's {@code go} statement and the part of its package {@code runtime} about them. */
public final class Go {

  private Go() {}

  /**
   * Starts a goroutine, Go's {@code go f()}. What the caller did before happens before the body
   * starts. An exception that the body does not catch ends the {@link #run} that the caller belongs
   * to; outside any run it goes to the thread's uncaught-exception handler.
   *
   * @param body what it runs
   */
  public static void go(Task body) {
    Engine.go(null, Objects.requireNonNull(body));
  }

  /**
   * Starts a named goroutine; else as {@link #go(Task)}.
   *
   * @param name its name in dumps and reports
   * @param body what it runs
   */
  public static void go(String name, Task body) {
    Engine.go(Objects.requireNonNull(name), Objects.requireNonNull(body));
  }

  /**
   * Runs a program: {@code main} is its main goroutine, number 1, and all goroutines started from
   * it, directly or not, belong to it. Returns when {@code main} returns; goroutines still running
   * then go on until the JVM ends. Uncaught in the process's main method, the two errors below end
   * the process with exit status 2, as in Go, with the report on standard error.
   *
   * @param main the body of the main goroutine
   * @throws DeadlockError if every goroutine is blocked for good: each waits for another goroutine
   *     of the program, no timer or sleep will end, and no other thread that has used a channel, or
   *     was started during the run, virtual threads included, can wake one
   * @throws GoroutinePanic as soon as a goroutine of the program dies of an exception that it did
   *     not catch
   * @throws GoroutineInterruptedException if the calling thread is interrupted; the program runs on
   */
  public static void run(Task main) {
    Engine.run(Objects.requireNonNull(main));
  }

  /** Lets other goroutines run, Go's {@code runtime.Gosched}. It has no memory effects. */
  public static void gosched() {
    Engine.gosched();
  }

  /**
   * Blocks for a time, Go's {@code time.Sleep}; not at all if that is not positive.
   *
   * @param d how long
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits
   */
  public static void sleep(Duration d) {
    Engine.sleep(Nanos.of(d));
  }

  /**
   * How many goroutines exist, Go's {@code runtime.NumGoroutine}: those of the caller's {@link
   * #run}; outside any run, those started outside any run.
   *
   * @return the number, the main goroutine included
   */
  public static int numGoroutine() {
    return Engine.numGoroutine();
  }

  /**
   * How many goroutines run at once, Go's {@code runtime.GOMAXPROCS(0)}.
   *
   * @return the number
   */
  public static int maxProcs() {
    return Engine.maxProcs(0);
  }

  /**
   * Sets how many goroutines run at once, Go's {@code runtime.GOMAXPROCS(n)}; goroutines may be
   * running. Virtual threads that are not goroutines share the setting.
   *
   * @param n the new number; below 1 it stays as it is
   * @return the previous number
   * @throws UnsupportedOperationException if this JDK cannot change it while running (before 24)
   */
  public static int maxProcs(int n) {
    return Engine.maxProcs(n);
  }

  /**
   * Describes every goroutine, much as Go's {@code runtime.Stack} of all: id, name, state, time
   * blocked, stack. The states are Go's: {@code chan send}, {@code chan receive}, {@code chan send
   * (nil chan)}, {@code select}, {@code select (no cases)}, {@code sync.Mutex.Lock}, {@code
   * sync.RWMutex.RLock}, {@code sync.WaitGroup.Wait}, {@code sync.Cond.Wait}, {@code sleep}, {@code
   * running}.
   *
   * <p>With {@code -Dchanlint.trace=true} it also tells where each channel that a goroutine is
   * blocked on was made; that costs each {@link Chan#make} a walk over the stack.
   *
   * <p>From outside the process, the same text is had on standard error by {@code kill -USR1}, much
   * as a Go program prints its goroutines on {@code SIGQUIT}, but the process goes on. {@code
   * -Dchanlint.dumpSignal=WINCH} makes it another signal, and {@code none} none. It works from the
   * first goroutine on, unless the application handles that signal itself, and not on Windows,
   * which has no such signal.
   *
   * @return the text, a paragraph for each goroutine
   */
  public static String dump() {
    return Engine.dump();
  }

  /**
   * Finds the goroutines that have leaked, as Go 1.26's {@code goroutineleak} profile does: those
   * that are blocked on channels, locks and the like which nothing can reach any more that is alive
   * or may become so. A goroutine that another goroutine or thread, a timer, or a static field
   * could still lead to is not among them, even if it will never be woken.
   *
   * <p>This is slow: the JVM stops while it collects garbage and writes a heap dump to a temporary
   * file, which is then read. That takes about as much disk space as the live objects take memory,
   * and about 32 bytes of memory for each object.
   *
   * @return the text, as {@link #dump}'s; empty if there are none
   * @throws UnsupportedOperationException if this JDK writes no heap dump (it has not the module
   *     {@code jdk.management}), or one without the stacks of virtual threads (before JDK 22)
   * @throws java.io.UncheckedIOException if the heap dump cannot be written or read
   */
  public static String leaks() {
    return Engine.leaks();
  }
}
