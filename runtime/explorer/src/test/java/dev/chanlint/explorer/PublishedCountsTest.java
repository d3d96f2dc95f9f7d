package dev.chanlint.explorer;

import static dev.chanlint.explorer.Code.go;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.engine.Body;
import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.operation.MutualExclusion;
import dev.chanlint.explorer.search.Dpor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The numbers of Mazurkiewicz traces of the programs by which the literature compares partial-order
 * reductions, each of which is run once, and nothing in vain.
 */
@Timeout(60)
class PublishedCountsTest {

  static Stream<Arguments> programs() {
    return Stream.of(
        program("readers(2)", 4, () -> readers(2)),
        program("readers(3)", 8, () -> readers(3)),
        program("readers(4)", 16, () -> readers(4)),
        program("readers(5)", 32, () -> readers(5)),
        program("readers(8)", 256, () -> readers(8)),
        program("lastzero(2)", 5, () -> lastzero(2)),
        program("lastzero(3)", 12, () -> lastzero(3)),
        program("lastzero(4)", 28, () -> lastzero(4)),
        program("lastzero(5)", 64, () -> lastzero(5)),
        program("lastzero(6)", 144, () -> lastzero(6)),
        program("filesystem(13)", 1, () -> filesystem(13)),
        program("filesystem(14)", 2, () -> filesystem(14)),
        program("filesystem(16)", 8, () -> filesystem(16)),
        program("indexer(11)", 1, () -> indexer(11)),
        program("indexer(12)", 8, () -> indexer(12)),
        program("POPL'14 example", 5, PublishedCountsTest::example),
        program("lastwrite(5)", 120, () -> lastwrite(5)),
        program("ainc(4)", 24, () -> increments(4, 1)),
        program("binc(3)", 36, () -> increments(3, 2)),
        program("cinc(3)", 216, () -> increments(3, 3)),
        program("lockinc(4)", 24, () -> locked(4, 1)),
        program("circular_buffer(5)", 252, () -> locked(2, 5)),
        program("wcas(3)", 13, () -> wcas(3)),
        program("wcas(5)", 81, () -> wcas(5)),
        program("casrot(4)", 14, () -> casrot(4)),
        program("casrot(6)", 144, () -> casrot(6)),
        program("rmw 2x5", 252, () -> rmw(2, 5)),
        program("rmw 3x3", 1680, () -> rmw(3, 3)),
        program("fib(2)", 140, () -> fib(2)),
        program("fib(3)", 1698, () -> fib(3)),
        program("readers(12)", 4096, () -> readers(12)),
        program("readers(13)", 8192, () -> readers(13)),
        program("lastzero(8)", 704, () -> lastzero(8)),
        program("lastzero(10)", 3328, () -> lastzero(10)),
        program("filesystem(18)", 32, () -> filesystem(18)),
        program("filesystem(19)", 64, () -> filesystem(19)),
        program("filesystem(20)", 128, () -> filesystem(20)),
        program("indexer(13)", 64, () -> indexer(13)),
        program("indexer(14)", 512, () -> indexer(14)),
        program("lastwrite(2)", 2, () -> lastwrite(2)),
        program("lastwrite(7)", 5040, () -> lastwrite(7)),
        program("ainc(5)", 120, () -> increments(5, 1)),
        program("ainc(7)", 5040, () -> increments(7, 1)),
        program("binc(4)", 576, () -> increments(4, 2)),
        program("lockinc(5)", 120, () -> locked(5, 1)),
        program("circular_buffer(7)", 3432, () -> locked(2, 7)),
        program("writers(2)", 6, () -> writers(2)),
        program("writers(4)", 120, () -> writers(4)),
        program("writers(5)", 720, () -> writers(5)),
        program("writers(6)", 5040, () -> writers(6)),
        program("wcas(2)", 5, () -> wcas(2)),
        program("wcas(4)", 33, () -> wcas(4)),
        program("wcas(9)", 2305, () -> wcas(9)),
        program("casrot(2)", 2, () -> casrot(2)),
        program("casrot(3)", 5, () -> casrot(3)),
        program("casrot(5)", 43, () -> casrot(5)),
        program("casrot(7)", 523, () -> casrot(7)),
        program("casrot(9)", 8597, () -> casrot(9)),
        program("rmw 2x7", 3432, () -> rmw(2, 7)),
        program("fib(4)", 19605, () -> fib(4)));
  }

  static Stream<Arguments> largePrograms() {
    return Stream.of(
        program("lastzero(12)", 15360, () -> lastzero(12)),
        program("lastzero(15)", 147456, () -> lastzero(15)),
        program("indexer(15)", 4096, () -> indexer(15)),
        program("rmw 2x10", 184756, () -> rmw(2, 10)),
        program("fib(5)", 218243, () -> fib(5)));
  }

  @Tag("sweep")
  @Timeout(1800)
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("largePrograms")
  void runsEachTraceOfALargeProgramOnce(String name, int traces, Body body) {
    assertThat(Count.of(body)).isEqualTo(new Count(traces, 0));
  }

  @Tag("sweep")
  @Timeout(1800)
  @Test
  void tenMillionExecutionsTakeNoMoreMemoryThanOneMillion() {
    AtomicInteger executions = new AtomicInteger();
    List<Long> megabytes = new ArrayList<>();
    Count count =
        Count.of(
            Code.test(() -> rmw(2, 13)),
            new Dpor(),
            ended -> {
              if (executions.incrementAndGet() % 1_000_000 == 0) {
                megabytes.add(megabytesInUse());
              }
            });
    assertThat(count).isEqualTo(new Count(10_400_600, 0));
    assertThat(megabytes).hasSize(10).allMatch(some -> some <= megabytes.getFirst() + 8);
  }

  private static long megabytesInUse() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("programs")
  void runsEachTraceOnce(String name, int traces, Body body) {
    assertThat(Count.of(body)).isEqualTo(new Count(traces, 0));
  }

  private static Arguments program(String name, int traces, Body body) {
    return Arguments.of(name, traces, body);
  }

  /** An atomic variable. */
  private static final class Int {
    private int value;
    private final SharedVariable variable = SharedVariable.of(this, "int", () -> value);

    int get() {
      variable.read();
      return value;
    }

    void set(int newValue) {
      variable.write();
      value = newValue;
    }

    void increment() {
      variable.update();
      value++;
    }

    boolean compareAndSet(int expected, int newValue) {
      variable.compareAndSet(expected);
      boolean success = value == expected;
      if (success) {
        value = newValue;
      }
      return success;
    }
  }

  private interface ThreadBody {
    void run(int thread) throws Exception;
  }

  private static void threads(int count, ThreadBody body) {
    for (int i = 0; i < count; i++) {
      int thread = i;
      go(() -> body.run(thread));
    }
  }

  private static List<Int> ints(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Int()).toList();
  }

  private static void readers(int n) {
    Int x = new Int();
    go(() -> x.set(1));
    threads(n, t -> x.get());
  }

  private static void lastwrite(int n) {
    Int x = new Int();
    threads(n, x::set);
  }

  private static void writers(int n) {
    Int x = new Int();
    threads(n, x::set);
    go(x::get);
  }

  private static void lastzero(int n) {
    List<Int> a = ints(n + 1);
    go(
        () -> {
          int i = n;
          while (a.get(i).get() != 0) {
            i--;
          }
        });
    threads(n, j -> a.get(j + 1).set(a.get(j).get() + 1));
  }

  private static void filesystem(int n) {
    int blocks = 26;
    int inodes = 32;
    List<MutualExclusion> li = locks(inodes);
    List<MutualExclusion> lb = locks(blocks);
    int[] inode = new int[inodes];
    boolean[] busy = new boolean[blocks];
    threads(
        n,
        t -> {
          int i = t % inodes;
          lock(li.get(i));
          if (inode[i] == 0) {
            int b = i * 2 % blocks;
            while (true) {
              lock(lb.get(b));
              if (!busy[b]) {
                busy[b] = true;
                inode[i] = b + 1;
                lb.get(b).unlock();
                break;
              }
              lb.get(b).unlock();
              b = (b + 1) % blocks;
            }
          }
          li.get(i).unlock();
        });
  }

  private static void indexer(int n) {
    List<Int> table = ints(128);
    threads(
        n,
        t -> {
          for (int m = 1; m <= 4; m++) {
            int w = 11 * m + t;
            int h = 7 * w % 128;
            while (!table.get(h).compareAndSet(0, w)) {
              h = (h + 1) % 128;
            }
          }
        });
  }

  private static void example() {
    Int x = new Int();
    Int y = new Int();
    Int z = new Int();
    go(() -> x.set(1));
    go(() -> y.set(1));
    go(
        () -> {
          if (y.get() == 0) {
            z.set(1);
          }
        });
    go(
        () -> {
          if (z.get() == 1 && y.get() == 0) {
            x.set(2);
          }
        });
  }

  private static void increments(int n, int variables) {
    List<Int> all = ints(variables);
    threads(n, t -> all.forEach(Int::increment));
  }

  private static void rmw(int n, int times) {
    Int x = new Int();
    threads(
        n,
        t -> {
          for (int k = 0; k < times; k++) {
            x.increment();
          }
        });
  }

  private static void locked(int n, int times) {
    MutualExclusion lock = locks(1).getFirst();
    threads(
        n,
        t -> {
          for (int k = 0; k < times; k++) {
            lock(lock);
            lock.unlock();
          }
        });
  }

  private static void wcas(int n) {
    Int x = new Int();
    go(() -> x.set(2));
    threads(n, t -> x.compareAndSet(2, 3));
  }

  private static void casrot(int n) {
    Int x = new Int();
    threads(n, t -> x.compareAndSet(t, t + 1));
  }

  private static void fib(int n) {
    Int x = new Int();
    Int y = new Int();
    go(
        () -> {
          for (int k = 0; k < n; k++) {
            x.set(x.get() + y.get());
          }
        });
    go(
        () -> {
          for (int k = 0; k < n; k++) {
            y.set(x.get() + y.get());
          }
        });
    go(
        () -> {
          x.get();
          y.get();
        });
  }

  private static List<MutualExclusion> locks(int count) {
    List<MutualExclusion> locks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      locks.add(new MutualExclusion(Execution.require(), "Mutex", "sync.Mutex.Lock"));
    }
    return locks;
  }

  private static void lock(MutualExclusion lock) {
    lock.lock(Long.MAX_VALUE);
  }
}
