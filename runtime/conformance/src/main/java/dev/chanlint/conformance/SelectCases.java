package dev.chanlint.conformance;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a select does. */
public final class SelectCases {

  private SelectCases() {}

  @Holds("a ready case is taken rather than the default")
  public static void readyBeforeDefault() {
    Chan<Integer> ch = Chan.make(1);
    String first = Select.<String>select(onReceive(ch).as("received"), onDefault().as("default"));
    Check.equal("default", first);
    String second = Select.<String>select(onSend(ch, 1).as("sent"), onDefault().as("default"));
    Check.equal("sent", second);
    String third = Select.<String>select(onSend(ch, 2).as("sent"), onDefault().as("default"));
    Check.equal("default", third);
    String fourth = Select.<String>select(onReceive(ch).as("received"), onDefault().as("default"));
    Check.equal("received", fourth);
  }

  @Holds("a select of one case is that operation, and waits as it does")
  public static void oneCase() {
    Chan<Integer> ch = Chan.make();
    Chan<Unit> done = Chan.make();
    Go.go(
        () -> {
          select(onSend(ch, 3));
          done.close();
        });
    Check.equal(3, select(onReceive(ch)));
    Check.equal(null, select(onReceive(done)));
  }

  @Holds("channels and values are evaluated once, in the order in which they are written")
  public static void evaluatedOnceInOrder() {
    List<String> log = new ArrayList<>();
    Chan<Integer> ch = Chan.make(1);
    Chan<Integer> silent = Chan.make();
    select(
        onReceive(logged(log, "first channel", silent)),
        onSend(logged(log, "second channel", ch), logged(log, "its value", 5)),
        onSend(logged(log, "third channel", silent), logged(log, "its value", 6)));
    Check.equal(
        List.of("first channel", "second channel", "its value", "third channel", "its value"), log);
    Check.equal(5, ch.receive());
  }

  private static <T> T logged(List<String> log, String what, T value) {
    log.add(what);
    return value;
  }

  @Holds("a receive yields its value, null from a closed channel, and bodies get both")
  public static void yields() {
    Chan<Integer> ch = Chan.make(3);
    ch.send(1);
    ch.send(2);
    ch.send(3);
    ch.close();
    Check.equal(1, select(onReceive(ch)));
    Check.equal(20, select(onReceive(ch).map(v -> v * 10)));
    List<Object> log = new ArrayList<>();
    select(
        onReceive(
            ch,
            (v, ok) -> {
              log.add(v);
              log.add(ok);
            }));
    select(onReceive(ch, (v, ok) -> log.add(ok)));
    select(onReceive(ch, v -> log.add(v == null)));
    select(onReceive(ch, () -> log.add("run")));
    Check.equal(List.of(3, true, false, true, "run"), log);
    Check.equal(null, select(onReceive(ch)));
  }

  @Holds("map, then and as make what is yielded, after the body ran")
  public static void combinators() {
    Chan<Integer> ch = Chan.make(1);
    List<String> log = new ArrayList<>();
    ch.send(1);
    String made =
        select(
            onReceive(ch, v -> log.add("body " + v)).then(() -> "then").map(text -> text + " map"));
    Check.equal("then map", made);
    Check.equal(List.of("body 1"), log);
    Check.equal(7, select(onSend(ch, 2, () -> log.add("sent")).as(7)));
    Check.equal(List.of("body 1", "sent"), log);
    Check.that(select(onDefault().map(nothing -> nothing == null)), "map of a default");
  }

  @Holds("only the body of the chosen case runs")
  public static void onlyChosenBodyRuns() {
    Chan<Integer> ready = Chan.make(1);
    Chan<Integer> silent = Chan.make();
    ready.send(1);
    AtomicBoolean other = new AtomicBoolean();
    select(
        onReceive(ready, () -> {}),
        onReceive(silent, () -> other.set(true)),
        onSend(silent, 1, () -> other.set(true)));
    Check.that(!other.get(), "the body of a case that was not chosen ran");
  }

  @Holds("a select waits until a case is ready, and takes nothing from the others")
  public static void waits() {
    Chan<Integer> a = Chan.make();
    Chan<Integer> b = Chan.make();
    Chan<String> got = Chan.make();
    Go.go(() -> got.send(select(onReceive(a).map(v -> "a" + v), onReceive(b).map(v -> "b" + v))));
    b.send(2);
    Check.equal("b2", got.receive());
    Check.that(!a.trySend(1), "the select still waits");
  }

  @Holds("a channel may stand in several cases, on both sides, and a select never meets itself")
  public static void neverMeetsItself() {
    Chan<Integer> ch = Chan.make();
    String chosen =
        Select.<String>select(
            onSend(ch, 1).as("sent"),
            onReceive(ch).as("received"),
            onReceive(ch).as("received"),
            onDefault().as("default"));
    Check.equal("default", chosen);
  }

  @Holds("two selects that offer both sides of one channel meet each other")
  public static void facingSelectsMeet() {
    for (int i = 0; i < Check.scale(2_000, 1); i++) {
      Chan<Integer> ch = Chan.make();
      Chan<Integer> sides = Chan.make();
      for (int g = 0; g < 2; g++) {
        Go.go(() -> sides.send(select(onSend(ch, 1).as(1), onReceive(ch).as(-1))));
      }
      Check.equal(0, sides.receiveOr(9) + sides.receiveOr(9));
    }
  }

  @Holds("a select that offers a channel both ways gets its own value from a buffer only")
  public static void selfSelect() {
    int n = Check.scale(1_000, 1);
    for (int capacity : new int[] {0, 10}) {
      Chan<Integer> ch = Chan.make(capacity);
      WaitGroup all = new WaitGroup();
      for (int g = 0; g < 2; g++) {
        int self = g;
        all.go(
            () -> {
              for (int i = 0; i < n; i++) {
                int got = select(onSend(ch, self).as(-1), onReceive(ch));
                Check.that(capacity > 0 || got != self, "a select met itself");
              }
            });
      }
      all.await();
    }
  }

  @Holds("a select that stands in one queue twice leaves it whole when it goes")
  public static void duplicateChannel() {
    Chan<Integer> shared = Chan.make();
    Chan<Integer> other = Chan.make();
    Chan<Integer> got = Chan.make();
    Go.go(
        () -> {
          int value = select(onReceive(shared), onReceive(shared), onReceive(other));
          got.send(value);
        });
    Go.gosched();
    Go.go(() -> got.send(shared.receiveOr(-1)));
    Go.gosched();
    other.send(7);
    Check.equal(7, got.receive());
    shared.send(8);
    Check.equal(8, got.receive());
  }

  @Holds("selects that face each other over several channels in opposite order all get on")
  public static void oppositeOrderOverSeveralChannels() {
    int n = Check.scale(5_000, 1);
    int channels = Check.scale(4, 2);
    List<Chan<Integer>> there = makeAll(channels);
    List<Chan<Integer>> back = makeAll(channels);
    WaitGroup all = new WaitGroup();
    for (int g = 0; g < Check.scale(2, 1); g++) {
      all.go(() -> selectTimes(n, there, back));
      all.go(() -> selectTimes(n, back.reversed(), there.reversed()));
    }
    all.await();
  }

  private static List<Chan<Integer>> makeAll(int n) {
    List<Chan<Integer>> channels = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      channels.add(Chan.make());
    }
    return channels;
  }

  private static void selectTimes(int n, List<Chan<Integer>> out, List<Chan<Integer>> in) {
    List<Select.Case<Integer>> cases = new ArrayList<>();
    for (int i = 0; i < out.size(); i++) {
      cases.add(onSend(out.get(i), i));
      cases.add(onReceive(in.get(i)));
    }
    Select.Case<Integer>[] array = array(cases);
    for (int i = 0; i < n; i++) {
      select(array);
    }
  }

  @Holds("selects that face each other over two channels in opposite order do not lock up")
  public static void oppositeOrder() {
    int n = Check.scale(5_000, 1);
    Chan<Integer> a = Chan.make();
    Chan<Integer> b = Chan.make();
    Chan<Unit> done = Chan.make();
    Go.go(
        () -> {
          for (int i = 0; i < n; i++) {
            select(onSend(a, i), onReceive(b));
          }
          done.send(Unit.UNIT);
        });
    Go.go(
        () -> {
          for (int i = 0; i < n; i++) {
            select(onSend(b, i), onReceive(a));
          }
          done.send(Unit.UNIT);
        });
    done.receive();
    done.receive();
  }

  @Holds("cases may be kept and used again, by several goroutines at once")
  public static void casesAreReusable() {
    int n = Check.scale(5_000, 1);
    Chan<Integer> ch = Chan.make();
    Chan<Integer> silent = Chan.make();
    Select.Case<Integer> receive = onReceive(ch);
    Select.Case<Integer> never = onReceive(silent);
    Chan<Long> sums = Chan.make();
    for (int g = 0; g < 2; g++) {
      Go.go(
          () -> {
            long sum = 0;
            for (int i = 0; i < n; i++) {
              sum += Select.<Integer>select(never, receive);
            }
            sums.send(sum);
          });
    }
    for (int i = 0; i < 2 * n; i++) {
      ch.send(i);
    }
    long expected = (2L * n) * (2L * n - 1) / 2;
    Check.equal(expected, sums.receiveOr(0L) + sums.receiveOr(0L));
  }

  @Holds("a default is not taken when a value is always in one of two buffers")
  public static void nonBlockingSelectRaceWithSend() {
    for (int i = 0; i < Check.scale(5_000, 1); i++) {
      Chan<Integer> first = Chan.make(1);
      Chan<Integer> second = Chan.make(1);
      Chan<Boolean> found = Chan.make();
      first.send(1);
      Go.go(
          () ->
              found.send(
                  Select.<Boolean>select(
                      onReceive(first).as(true),
                      onReceive(second).as(true),
                      onDefault().as(false))));
      second.send(1);
      Select.<Integer>select(onReceive(first), onDefault());
      Check.that(found.receiveOr(false), "the default was taken though a value was there");
    }
  }

  @Holds("a default is not taken when at each moment one of two channels is ready")
  public static void nonBlockingSelectRace() {
    for (int i = 0; i < Check.scale(5_000, 1); i++) {
      Chan<Integer> first = Chan.make(1);
      Chan<Integer> second = Chan.make();
      Chan<Boolean> found = Chan.make();
      first.send(1);
      Go.go(
          () ->
              found.send(
                  Select.<Boolean>select(
                      onReceive(first).as(true),
                      onReceive(second).as(true),
                      onDefault().as(false))));
      second.close();
      Select.<Integer>select(onReceive(first), onDefault());
      Check.that(found.receiveOr(false), "the default was taken though a case was ready");
    }
  }

  @Holds("a timeout is taken when no case becomes ready, at once if it is not positive")
  public static void timeout() {
    Chan<Integer> silent = Chan.make();
    for (long millis : new long[] {-1, 0, 1}) {
      String chosen =
          Select.<String>select(
              onReceive(silent).as("received"),
              onTimeout(Duration.ofMillis(millis)).as("timeout"),
              onTimeout(Duration.ofDays(1)).as("later"));
      Check.equal("timeout", chosen);
    }
    Check.equal("alone", Select.<String>select(onTimeout(Duration.ofMillis(1)).as("alone")));
    Check.that(!silent.trySend(1), "a select that timed out still waits");
  }

  @Holds("a ready case is taken rather than a timeout that is due")
  public static void readyBeforeTimeout() {
    Chan<Integer> ch = Chan.make(1);
    ch.send(1);
    int got = select(onReceive(ch), onTimeout(Duration.ZERO).as(-1));
    Check.equal(1, got);
  }

  @Holds("there is at most one default")
  public static void oneDefault() {
    Check.fails(
        IllegalArgumentException.class,
        "multiple defaults in select",
        () -> select(onDefault(), onDefault()));
  }

  @Holds("a select of thousands of cases works")
  public static void manyCases() {
    for (int n : new int[] {Check.scale(1_000, 2), Check.scale(4_000, 5)}) {
      List<Chan<Integer>> channels = makeAll(n);
      List<Select.Case<Integer>> cases = new ArrayList<>();
      for (Chan<Integer> ch : channels) {
        cases.add(onReceive(ch));
      }
      Select.Case<Integer>[] receives = array(cases);
      for (int i : new int[] {0, n / 2, n - 1}) {
        Go.go(() -> channels.get(i).send(i));
        Check.equal(i, Select.<Integer>select(receives));
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T> Select.Case<T>[] array(List<Select.Case<T>> cases) {
    return cases.toArray(new Select.Case[0]);
  }

  @Holds(value = "a select without cases blocks for good", deadlock = "select (no cases)")
  public static void noCases() {
    select();
  }

  @Holds(value = "a select that nobody meets is a deadlock", deadlock = "select")
  public static void forever() {
    Chan<Integer> ch = Chan.make();
    select(onSend(ch, 1), onReceive(ch));
  }
}
