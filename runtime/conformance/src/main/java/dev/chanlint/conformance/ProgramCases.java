package dev.chanlint.conformance;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whole programs made of goroutines and channels. */
public final class ProgramCases {

  private ProgramCases() {}

  @Holds("the prime sieve: a chain of filters that grows")
  public static void primeSieve() {
    int limit = Check.scale(1_000, 8);
    Chan<Integer> source = Chan.make();
    Go.go(
        () -> {
          for (int i = 2; i < limit; i++) {
            source.send(i);
          }
          source.close();
        });
    List<Integer> primes = new ArrayList<>();
    ReceiveChan<Integer> in = source;
    for (Integer prime = in.receive(); prime != null; prime = in.receive()) {
      primes.add(prime);
      in = without(prime, in);
    }
    for (int prime : primes) {
      for (int d = 2; d * d <= prime; d++) {
        Check.that(prime % d != 0, prime + " is no prime");
      }
    }
    Check.equal(Check.scale(168, 4), primes.size());
  }

  private static ReceiveChan<Integer> without(int prime, ReceiveChan<Integer> in) {
    Chan<Integer> out = Chan.make();
    Go.go(
        () -> {
          for (int i : in) {
            if (i % prime != 0) {
              out.send(i);
            }
          }
          out.close();
        });
    return out;
  }

  @Holds("a daisy chain: each link takes from its right and gives to its left")
  public static void daisyChain() {
    int links = Check.scale(100_000, 4);
    Chan<Integer> leftmost = Chan.make();
    SendChan<Integer> left = leftmost;
    Chan<Integer> right = leftmost;
    for (int i = 0; i < links; i++) {
      right = Chan.make();
      link(left, right);
      left = right;
    }
    right.send(0);
    Check.equal(links, leftmost.receive());
  }

  private static void link(SendChan<Integer> left, ReceiveChan<Integer> right) {
    Go.go(() -> left.send(1 + right.receiveOr(0)));
  }

  @Holds("ping-pong: two goroutines take turns")
  public static void pingPong() {
    int n = Check.scale(20_000, 3);
    Chan<Integer> ping = Chan.make();
    Chan<Integer> pong = Chan.make();
    Go.go(
        () -> {
          for (int v : ping) {
            pong.send(v + 1);
          }
          pong.close();
        });
    int v = 0;
    for (int i = 0; i < n; i++) {
      ping.send(v);
      v = pong.receiveOr(-1);
    }
    ping.close();
    Check.equal(null, pong.receive());
    Check.equal(n, v);
  }

  @Holds("goroutines nested in goroutines: a sum computed by recursion")
  public static void recursion() {
    Check.equal(Check.scale(1 << 12, 4), countLeaves(Check.scale(12, 2)));
  }

  private static int countLeaves(int depth) {
    if (depth == 0) {
      return 1;
    }
    Chan<Integer> counts = Chan.make();
    for (int i = 0; i < 2; i++) {
      Go.go(() -> counts.send(countLeaves(depth - 1)));
    }
    return counts.receiveOr(0) + counts.receiveOr(0);
  }

  @Holds("a power series on demand: the exponential's, integrated from itself")
  public static void powerSeries() {
    int terms = Check.scale(20, 3);
    Chan<Double> series = Chan.make();
    Chan<Double> fedBack = Chan.make(1);
    WaitGroup all = new WaitGroup();
    all.go(() -> integrate(fedBack, series, terms));
    fedBack.send(1.0);
    double sum = 1;
    for (int k = 1; k <= terms; k++) {
      double coefficient = series.receiveOr(0.0);
      sum += coefficient;
      if (k < terms) {
        fedBack.send(coefficient);
      }
    }
    all.await();
    Check.that(Math.abs(sum - Math.E) < Check.scale(1, 1_000_000) * 1e-6, "sum " + sum);
  }

  /** The k-th coefficient of an integral is the one before it of the series, divided by k. */
  private static void integrate(ReceiveChan<Double> in, SendChan<Double> out, int terms) {
    for (int k = 1; k <= terms; k++) {
      out.send(in.receiveOr(0.0) / k);
    }
  }

  @Holds("goroutines are counted while they live, main included")
  public static void numGoroutine() {
    int before = Go.numGoroutine();
    Chan<Unit> release = Chan.make();
    WaitGroup all = new WaitGroup();
    for (int i = 0; i < 3; i++) {
      all.go(release::receive);
    }
    Check.equal(before + 3, Go.numGoroutine());
    release.close();
    all.await();
    while (Go.numGoroutine() > before) {
      Go.gosched();
    }
  }

  @Holds("what was done before go is seen by the goroutine")
  public static void goPublishes() {
    for (int i = 0; i < Check.scale(1_000, 1); i++) {
      int[] data = new int[1];
      Chan<Integer> seen = Chan.make();
      data[0] = i;
      Go.go(() -> seen.send(data[0]));
      Check.equal(i, seen.receive());
    }
  }

  @Holds("an interrupted goroutine's blocking call fails, keeps the flag, and loses no value")
  public static void interrupt() {
    Chan<Integer> ch = Chan.make();
    Chan<Thread> self = Chan.make();
    Chan<Boolean> flag = Chan.make();
    Go.go(
        () -> {
          self.send(Thread.currentThread());
          try {
            ch.receive();
            throw new AssertionError("received");
          } catch (GoroutineInterruptedException e) {
            flag.send(Thread.interrupted());
          }
        });
    Objects.requireNonNull(self.receive()).interrupt();
    Check.equal(true, flag.receive());
    Check.that(!ch.trySend(1), "the receiver that gave up still waits");
  }

  @Holds(value = "main's own exception ends the program", panic = "boom")
  public static void mainPanics() {
    throw new IllegalStateException("boom");
  }
}
