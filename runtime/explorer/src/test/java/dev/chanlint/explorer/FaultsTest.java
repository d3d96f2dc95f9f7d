package dev.chanlint.explorer;

import static dev.chanlint.explorer.Code.go;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.model.Alarm;
import dev.chanlint.explorer.model.Engine;
import dev.chanlint.explorer.model.Mutex;
import dev.chanlint.explorer.model.RWMutex;
import dev.chanlint.explorer.model.WaitGroup;
import dev.chanlint.runtime.Chan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong is found, told and replayed; what is right is exhausted without a fault. */
@Timeout(60)
class FaultsTest {

  private static Set<String> outputs(Exploration exploration) {
    return exploration.outcomes().stream()
        .map(Outcome::output)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void print(Object value) {
    Execution.require().print(value.toString());
  }

  private static void say(String word) {
    for (int i = 0; i < 3; i++) {
      Engine.gosched();
      print(word);
    }
  }

  private static void sayInTime(String word) {
    for (int i = 0; i < 3; i++) {
      Engine.sleep(100_000_000);
      print(word);
    }
  }

  @Test
  void sumComesInBothOrders() {
    Exploration exploration =
        Code.program(
                () -> {
                  Chan<Integer> sums = Engine.channel(0);
                  go(() -> sums.send(17));
                  go(() -> sums.send(-5));
                  int x = sums.receiveOr(0);
                  int y = sums.receiveOr(0);
                  print(x + " " + y);
                })
            .explore(Strategy.dpor());
    assertThat(exploration.exhausted()).isTrue();
    assertThat(exploration.failures()).isEmpty();
    assertThat(outputs(exploration)).containsExactly("-5 17", "17 -5");
    assertThat(exploration.executions()).isEqualTo(2);
  }

  @Test
  void mainMayReturnAtAnyTime() {
    Exploration exploration =
        Code.program(
                () -> {
                  go(() -> say("w"));
                  say("h");
                })
            .explore(Strategy.dpor());
    assertThat(exploration.exhausted()).isTrue();
    assertThat(exploration.failures()).extracting(Failure::fault).containsExactly(Fault.ABANDONED);
    assertThat(outputs(exploration)).contains("hhh", "whhh", "hhhwww", "wwwhhh", "hwhwhw");
    assertThat(exploration.outcomes())
        .extracting(o -> o.output().replace("h", ""))
        .contains("", "w", "ww", "www");
    Failure failure = exploration.failures().getFirst();
    assertThat(failure.preemptions()).isZero();
    assertThat(failure.sites()).singleElement().extracting(Site::file).isEqualTo("FaultsTest.java");
  }

  /** In no execution both are: one cannot go on before the other has. */
  @Test
  void tellsOfEachGoroutineThatIsAbandoned() {
    Exploration exploration =
        Code.program(
                () -> {
                  Chan<Integer> quit = Engine.channel(0);
                  go(quit::receive);
                  go(quit::close);
                })
            .explore(Strategy.dpor());
    assertThat(exploration.exhausted()).isTrue();
    assertThat(exploration.failures()).extracting(Failure::fault).containsOnly(Fault.ABANDONED);
    assertThat(exploration.failures())
        .extracting(Failure::sites)
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void sleepOrdersNothing() {
    Exploration exploration =
        Code.program(
                () -> {
                  go(() -> sayInTime("w"));
                  sayInTime("h");
                })
            .explore(Strategy.dpor());
    assertThat(exploration.exhausted()).isTrue();
    assertThat(exploration.outcomes())
        .extracting(o -> o.output().replace("h", ""))
        .contains("", "w", "ww", "www");
  }

  /** Goroutines that never come to code under test have no place, but a number. */
  @Test
  void whatHasNoPlaceIsToldOnce() {
    Exploration exploration =
        Code.program(
                () -> {
                  Mutex held = new Mutex();
                  held.lock();
                  for (int i = 0; i < 3; i++) {
                    go(held::lock);
                  }
                })
            .explore(Strategy.dpor());
    assertThat(exploration.exhausted()).isTrue();
    assertThat(exploration.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.fault()).isEqualTo(Fault.LEAK);
              assertThat(failure.sites()).isEmpty();
            });
  }

  @Test
  void tickerThatNobodyHearsHoldsUpNoOtherTimer() {
    Exploration exploration =
        Code.program(
                () -> {
                  Alarm ticker = new Alarm(10, 10, null);
                  new Alarm(1_000, 0, null).channel().receive();
                  ticker.channel().receive();
                  ticker.stop();
                })
            .explore(Strategy.dpor());
    assertThat(exploration.failures()).isEmpty();
  }

  @Test
  void tickerIsHeardAsOftenAsOneListens() {
    Exploration exploration =
        Code.program(
                () -> {
                  Alarm ticker = new Alarm(10, 10, null);
                  for (int i = 0; i < 3; i++) {
                    ticker.channel().receive();
                  }
                })
            .explore(Strategy.dpor());
    assertThat(exploration.failures()).isEmpty();
    assertThat(exploration.exhausted()).isTrue();
  }

  @Test
  void tickerThatNobodyHearsWakesNobody() {
    Exploration exploration =
        Code.program(
                () -> {
                  new Alarm(10, 10, null);
                  Engine.channel(0).receive();
                })
            .explore(Strategy.dpor());
    assertThat(exploration.exhausted()).isTrue();
    assertThat(exploration.failures()).extracting(Failure::fault).containsExactly(Fault.DEADLOCK);
  }

  /** Two that nobody hears for a while could pass each other again and again. */
  @Test
  void tickersBesideEachOtherAreNotSeenInEveryOrder() {
    Exploration exploration =
        Code.program(
                () -> {
                  Alarm one = new Alarm(10, 10, null);
                  Alarm other = new Alarm(15, 15, null);
                  one.channel().receive();
                  other.channel().receive();
                })
            .explore(Strategy.dpor());
    assertThat(exploration.failures()).isEmpty();
    assertThat(exploration.exhausted()).isFalse();
  }

  @Test
  void sendWithoutReceiverDeadlocks() {
    Exploration exploration =
        Code.program(
                () -> {
                  Chan<Integer> ch = Engine.channel(1);
                  ch.send(1);
                  ch.send(2);
                })
            .explore(Strategy.dpor());
    assertThat(exploration.exhausted()).isTrue();
    assertThat(exploration.executions()).isEqualTo(1);
    Failure failure = exploration.failures().getFirst();
    assertThat(failure.fault()).isEqualTo(Fault.DEADLOCK);
    assertThat(failure.message()).contains("goroutine 1 [chan send]");
    assertThat(failure.goroutines().getFirst().waitsOn()).contains("FaultsTest.java");
    assertThat(failure.witness()).extracting(Step::operation).containsExactly("send");
  }

  @Test
  void answersNobodyTakesLeak() {
    Exploration exploration =
        Code.test(
                () -> {
                  Chan<Integer> answers = Engine.channel(0);
                  for (int i = 0; i < 3; i++) {
                    int n = i;
                    go(() -> answers.send(n));
                  }
                  answers.receive();
                })
            .explore(Strategy.dpor());
    assertThat(exploration.exhausted()).isTrue();
    assertThat(exploration.failures()).extracting(Failure::fault).containsExactly(Fault.LEAK);
  }

  @Test
  void sendOnClosedPanics() {
    Exploration exploration =
        Code.test(
                () -> {
                  Chan<Integer> ch = Engine.channel(0);
                  go(
                      () -> {
                        ch.send(1);
                        ch.send(2);
                      });
                  ch.receive();
                  ch.close();
                })
            .explore(Strategy.dpor());
    assertThat(exploration.failures()).extracting(Failure::fault).contains(Fault.PANIC);
    assertThat(exploration.failures())
        .extracting(Failure::message)
        .contains(
            "panic: dev.chanlint.runtime.ChannelClosedException: send on closed channel [goroutine"
                + " 2]");
  }

  @Test
  void locksInBothOrdersDeadlockAndReplay() {
    Code code =
        Code.test(
            () -> {
              Mutex a = new Mutex();
              Mutex b = new Mutex();
              WaitGroup wg = new WaitGroup();
              wg.go(() -> transfer(a, b));
              wg.go(() -> transfer(b, a));
              wg.await();
            });
    Exploration exploration = code.explore(Strategy.dpor());
    assertThat(exploration.exhausted()).isTrue();
    Failure failure = exploration.failures().getFirst();
    assertThat(exploration.failures()).hasSize(1);
    assertThat(failure.fault()).isEqualTo(Fault.DEADLOCK);
    assertThat(failure.preemptions()).isEqualTo(1);
    assertThat(failure.schedule().text()).doesNotContainAnyWhitespaces().isPrintable();
    for (int i = 0; i < 100; i++) {
      assertThat(Explorer.replay(failure.schedule(), code).failures()).containsExactly(failure);
    }
  }

  /** A writer's lock is free again only by an unlock, which must not hide the lock before it. */
  @Test
  void lockGoesToEitherWriterFirst() {
    Exploration exploration =
        Code.test(
                () -> {
                  RWMutex lock = new RWMutex();
                  WaitGroup wg = new WaitGroup();
                  for (String name : List.of("a", "b")) {
                    wg.go(
                        () -> {
                          lock.lock();
                          print(name);
                          lock.unlock();
                        });
                  }
                  wg.await();
                })
            .explore(Strategy.dpor());
    assertThat(outputs(exploration)).containsExactly("ab", "ba");
    assertThat(exploration.exhausted()).isTrue();
  }

  private static void transfer(Mutex from, Mutex to) {
    from.lock();
    to.lock();
    to.unlock();
    from.unlock();
  }

  @Test
  void scheduleOfOtherCodeIsRefused() {
    Code before = Code.test(() -> Engine.channel(0).send(1));
    Code after =
        Code.test(
            () -> {
              Mutex mutex = new Mutex();
              mutex.lock();
              Engine.channel(0).send(1);
            });
    Schedule schedule = before.explore(Strategy.dpor()).failures().getFirst().schedule();
    assertThatThrownBy(() -> Explorer.replay(schedule, after))
        .isInstanceOf(ScheduleMismatchException.class)
        .hasMessageStartingWith("the code has changed under the schedule: ");
  }

  @Test
  void writerThatWaitsHoldsBackReaders() {
    Exploration exploration =
        Code.test(
                () -> {
                  RWMutex lock = new RWMutex();
                  go(
                      () -> {
                        lock.lock();
                        lock.unlock();
                      });
                  lock.rLock();
                  lock.rLock();
                  lock.rUnlock();
                  lock.rUnlock();
                })
            .explore(Strategy.dpor());
    assertThat(exploration.failures()).extracting(Failure::fault).containsExactly(Fault.DEADLOCK);
  }

  @Test
  void loopThatYieldsToNobodyIsEndless() {
    Exploration exploration =
        Code.test(
                () ->
                    go(
                        () -> {
                          while (true) {
                            Engine.gosched();
                          }
                        }))
            .explore(Strategy.dpor());
    assertThat(exploration.failures()).extracting(Failure::fault).containsExactly(Fault.LEAK);
  }

  @Test
  void loopThatNeverYieldsRunsIntoTheBound() {
    Code code =
        Code.test(
            () -> {
              Chan<Integer> ch = Engine.channel(1);
              while (ch.len() == 0) {}
            });
    Exploration exploration = Explorer.builder().maxSteps(1_000).build().explore(code);
    Failure failure = exploration.failures().getFirst();
    assertThat(failure.fault()).isEqualTo(Fault.LIVELOCK);
    assertThat(failure.schedule().text()).hasSizeLessThan(30);
    assertThat(Explorer.replay(failure.schedule(), code).failures()).containsExactly(failure);
  }

  @Test
  void pollingEndsWhenTheOtherSideIsDone() {
    Exploration exploration =
        Code.test(
                () -> {
                  Chan<Integer> ch = Engine.channel(0);
                  go(() -> ch.send(1));
                  while (ch.tryReceive() == null) {
                    Engine.gosched();
                  }
                })
            .explore(Strategy.dpor());
    assertThat(exploration.failures()).isEmpty();
    assertThat(exploration.exhausted()).isTrue();
  }

  @Test
  void dataChoicesAreExplored() {
    Exploration exploration =
        Code.test(() -> print(Execution.require().choose("boolean", 2))).explore(Strategy.dpor());
    assertThat(outputs(exploration)).containsExactly("0", "1");
  }

  @Test
  void whatIsOutsideControlIsSaid() {
    Exploration exploration =
        Code.test(() -> Execution.require().uncontrolled("a native method"))
            .explore(Strategy.dpor());
    assertThat(exploration.exhausted()).isFalse();
    assertThat(exploration.limits()).isEqualTo(List.of("a native method"));
  }
}
