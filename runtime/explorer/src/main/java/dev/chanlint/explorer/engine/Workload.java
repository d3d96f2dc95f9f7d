package dev.chanlint.explorer.engine;

import dev.chanlint.explorer.Site;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The code under test, ready to be run again and again from the same state. */
public interface Workload {

  /** Packages of the JDK, of the runtime and of the explorer itself. */
  List<String> NOT_UNDER_TEST =
      List.of(
          "java.",
          "jdk.",
          "sun.",
          "dev.chanlint.runtime.",
          "dev.chanlint.explorer.engine.",
          "dev.chanlint.explorer.hook.",
          "dev.chanlint.explorer.model.",
          "dev.chanlint.explorer.operation.",
          "dev.chanlint.explorer.race.",
          "dev.chanlint.explorer.sandbox.");

  /**
   * Brings the code under test to its initial state. Called on the driver before every execution;
   * no goroutine exists then.
   */
  void reset();

  /**
   * The same code from the same state once more, to be run on another thread at the same time: with
   * statics of its own, in which nothing that one execution does is seen by another.
   *
   * @return null if there is no such copy
   */
  default @Nullable Workload copy() {
    return null;
  }

  /**
   * Runs the code under test; called on the main goroutine.
   *
   * @throws Throwable what the code under test throws and does not catch
   */
  void run() throws Throwable;

  /**
   * Whether this is a program, which ends when its main goroutine returns, rather than a test,
   * which is to leave nothing behind.
   */
  boolean isProgram();

  /** Whether a class belongs to the code under test, so that witnesses show its frames. */
  default boolean isUnderTest(String className) {
    return NOT_UNDER_TEST.stream().noneMatch(className::startsWith);
  }

  /**
   * Why the code under test may not reach a member by reflection; null if it may.
   *
   * @param owner the binary name of the class
   * @param name the method, {@code <init>} for a constructor
   * @param descriptor its type
   */
  default @Nullable String refusal(String owner, String name, String descriptor, boolean isStatic) {
    return null;
  }

  /**
   * Which racing accesses are scheduling points, as {@link #expose} takes it: nothing at first.
   * Accesses of plain memory are none as long as they are ordered; those that were seen to race may
   * be, for what code does with a race can depend on the order.
   */
  default String exposed() {
    return "";
  }

  /** Sets which racing accesses are scheduling points; a text without white space or colon. */
  default void expose(String accesses) {}

  /**
   * Whether an access was seen to race that is no scheduling point yet, or something else was seen
   * to {@linkplain #matters matter}.
   */
  default boolean hasRacesToExpose() {
    return false;
  }

  /**
   * Makes every access that was seen to race a scheduling point, and whatever else was seen to
   * matter a step.
   *
   * @return whether that is more than before, so that it is worth to search again
   */
  default boolean exposeRaces() {
    return false;
  }

  /** What is a step of its own only in a program in which its order was seen to matter. */
  enum Late {
    /**
     * A goroutine comes to a wait that an interrupt ends; another may interrupt it before or after.
     */
    ARRIVAL,

    /**
     * A goroutine uses a class for the first time, and initialises it unless another has; while it
     * does, it may need a class that the other is initialising.
     */
    INITIALIZATION
  }

  /** Whether this is a step of its own. */
  default boolean isStep(Late what) {
    return false;
  }

  /**
   * Notes that the order of these matters, so that there is more to {@linkplain #exposeRaces
   * expose}.
   */
  default void matters(Late what) {}

  /** The places where code under test performed a visible operation or a shared access so far. */
  default Set<Site> executed() {
    return Set.of();
  }
}
