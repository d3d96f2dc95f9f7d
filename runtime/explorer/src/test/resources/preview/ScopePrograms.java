package dev.chanlint.explorer.sandbox.programs;

import static dev.chanlint.explorer.Fault.DEADLOCK;
import static dev.chanlint.explorer.Fault.RACE;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructureViolationException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** {@code StructuredTaskScope}, compiled with preview features enabled. */
final class ScopePrograms {

  private static final ScopedValue<String> NAME = ScopedValue.newInstance();

  private static int count;

  private ScopePrograms() {}

  private static Integer waitForEver() throws InterruptedException {
    try {
      new CountDownLatch(1).await();
      return 0;
    } catch (InterruptedException e) {
      System.out.print("i");
      throw e;
    }
  }

  @Expect(outputs = "3")
  static void allSucceed() throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<Integer>allSuccessfulOrThrow())) {
      scope.fork(() -> 1);
      scope.fork(() -> 2);
      System.out.print(scope.join().mapToInt(Subtask::get).sum());
    }
  }

  /** The other is interrupted, or not even started. */
  @Expect(outputs = {"boom", "iboom"})
  static void oneFails() throws Exception {
    try (var scope = StructuredTaskScope.open()) {
      scope.fork(
          () -> {
            throw new IllegalStateException("boom");
          });
      scope.fork(ScopePrograms::waitForEver);
      scope.join();
    } catch (FailedException e) {
      System.out.print(e.getCause().getMessage());
    }
  }

  @Expect(outputs = {"a", "b"})
  static void oneSucceeds() throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<String>anySuccessfulResultOrThrow())) {
      scope.fork(() -> "a");
      scope.fork(() -> "b");
      System.out.print(scope.join());
    }
  }

  @Expect(outputs = {"1", "timeout"})
  static void timeout() throws Exception {
    try (var scope =
        StructuredTaskScope.open(
            Joiner.<Integer>anySuccessfulResultOrThrow(),
            config -> config.withTimeout(Duration.ofMillis(5)))) {
      scope.fork(() -> 1);
      System.out.print(scope.join());
    } catch (StructuredTaskScope.TimeoutException e) {
      System.out.print("timeout");
    }
  }

  @Expect(outputs = "FAILED SUCCESS 2 boom")
  static void awaitAll() throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<Integer>awaitAll())) {
      Subtask<Integer> fails =
          scope.fork(
              () -> {
                throw new IllegalStateException("boom");
              });
      Subtask<Integer> succeeds = scope.fork(() -> 2);
      scope.join();
      System.out.print(fails.state() + " " + succeeds.state() + " " + succeeds.get());
      System.out.print(" " + fails.exception().getMessage());
    }
  }

  /** A joiner that wants one result. */
  private static final class First implements Joiner<Integer, Integer> {

    private volatile int first;

    @Override
    public boolean onComplete(Subtask<? extends Integer> subtask) {
      first = subtask.get();
      return true;
    }

    @Override
    public Integer result() {
      return first;
    }
  }

  @Expect(outputs = {"1", "i1"})
  static void joinerOfItsOwn() throws Exception {
    try (var scope = StructuredTaskScope.open(new First())) {
      scope.fork(() -> 1);
      scope.fork(ScopePrograms::waitForEver);
      int first = scope.join();
      scope.close();
      System.out.print(first);
    }
  }

  private interface Body {
    void run() throws Exception;
  }

  private static void report(Body body) {
    try {
      body.run();
    } catch (Exception e) {
      System.out.print(e.getClass().getSimpleName() + " ");
    }
  }

  @Expect(
      outputs =
          "WrongThreadException IllegalStateException IllegalStateException IllegalStateException"
              + " IllegalStateException ")
  static void rulesOfTheOwner() throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<Integer>awaitAll())) {
      Thread thread = new Thread(() -> report(() -> scope.fork(() -> 1)));
      thread.start();
      thread.join();
      Subtask<Integer> subtask = scope.fork(() -> 1);
      report(subtask::get);
      scope.join();
      report(scope::join);
      report(() -> scope.fork(() -> 1));
    }
    report(
        () -> {
          try (var scope = StructuredTaskScope.open()) {
            scope.fork(() -> 1);
          }
        });
  }

  /** Closing the scope then interrupts the fork. */
  @Expect(outputs = "iinterrupted")
  static void interruptedJoin() throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<Integer>awaitAll())) {
      scope.fork(ScopePrograms::waitForEver);
      Thread.currentThread().interrupt();
      scope.join();
    } catch (InterruptedException e) {
      System.out.print("interrupted");
    }
  }

  @Expect(faults = DEADLOCK)
  static void joinOfWhatNeverEnds() throws Exception {
    try (var scope = StructuredTaskScope.open()) {
      scope.fork(ScopePrograms::waitForEver);
      scope.join();
    }
  }

  @Expect(outputs = "1")
  static void joinOrders() throws Exception {
    try (var scope = StructuredTaskScope.open()) {
      scope.fork(() -> count++);
      scope.join();
      System.out.print(count);
    }
  }

  @Expect(faults = RACE)
  static void forkDoesNotOrder() throws Exception {
    try (var scope = StructuredTaskScope.open()) {
      scope.fork(() -> count++);
      count++;
      scope.join();
    }
  }

  @Expect(outputs = "a false")
  static void forksInheritScopedValues() throws Exception {
    ScopedValue.where(NAME, "a")
        .call(
            () -> {
              try (var scope =
                  StructuredTaskScope.open(Joiner.<String>anySuccessfulResultOrThrow())) {
                scope.fork(NAME::get);
                System.out.print(scope.join());
                return null;
              }
            });
    System.out.print(" " + NAME.isBound());
  }

  @Expect(outputs = "violation")
  static void forkUnderAnotherBinding() {
    try (var scope = StructuredTaskScope.open()) {
      ScopedValue.where(NAME, "a").run(() -> scope.fork(() -> 1));
    } catch (StructureViolationException e) {
      System.out.print("violation");
    }
  }

  @Expect(outputs = "violation")
  static void closedOutOfOrder() {
    var outer = StructuredTaskScope.open();
    var inner = StructuredTaskScope.open();
    try {
      outer.close();
    } catch (StructureViolationException e) {
      System.out.print("violation");
    }
    inner.close();
  }
}
