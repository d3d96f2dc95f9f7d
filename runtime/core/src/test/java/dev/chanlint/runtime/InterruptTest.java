package dev.chanlint.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an interrupt does to blocking calls. */
@Timeout(60)
final class InterruptTest {

  private static Mutex locked() {
    Mutex mutex = new Mutex();
    mutex.lock();
    return mutex;
  }

  private static RWMutex writeLocked() {
    RWMutex rw = new RWMutex();
    rw.lock();
    return rw;
  }

  static Stream<Named<Task>> blockingCalls() {
    Chan<Integer> ch = Chan.make();
    WaitGroup group = new WaitGroup();
    group.add(1);
    Mutex mutex = locked();
    RWMutex rw = writeLocked();
    return Stream.of(
        Named.of("send", () -> ch.send(1)),
        Named.of("receive", ch::receive),
        Named.of("receiveOr", () -> ch.receiveOr(1)),
        Named.of("receiveOk", ch::receiveOk),
        Named.of("iterate", () -> ch.iterator().next()),
        Named.of("send to nil", () -> Chan.<Integer>nil().send(1)),
        Named.of("receive from nil", () -> Chan.<Integer>nil().receive()),
        Named.of("select", () -> Select.select(Select.onReceive(ch), Select.onSend(ch, 1))),
        Named.of("select of nothing", () -> Select.select()),
        Named.of(
            "select with a timeout",
            () -> Select.select(Select.onReceive(ch), Select.onTimeout(Duration.ofHours(1)))),
        Named.of("sleep", () -> Go.sleep(Duration.ofHours(1))),
        Named.of("WaitGroup.await", group::await),
        Named.of("Mutex.lock", mutex::lock),
        Named.of("RWMutex.lock", rw::lock),
        Named.of("RWMutex.rLock", rw::rLock),
        Named.of("Go.run", () -> Go.run(() -> Time.after(Duration.ofHours(1)).receive())));
  }

  @ParameterizedTest
  @MethodSource("blockingCalls")
  void before(Task call) {
    Thread.currentThread().interrupt();
    assertThatThrownBy(call::run)
        .isInstanceOf(GoroutineInterruptedException.class)
        .hasMessageStartingWith("interrupted: ");
    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("blockingCalls")
  void whileItWaits(Task call) throws InterruptedException {
    Throwable[] thrown = new Throwable[1];
    boolean[] flag = new boolean[1];
    Thread thread =
        Thread.startVirtualThread(
            () -> {
              try {
                call.run();
              } catch (Exception e) {
                thrown[0] = e;
                flag[0] = Thread.currentThread().isInterrupted();
              }
            });
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    thread.interrupt();
    thread.join();
    assertThat(thrown[0]).isInstanceOf(GoroutineInterruptedException.class);
    assertThat(flag[0]).isTrue();
  }

  @Test
  void whatNeedsNoWaitingIsDone() {
    Chan<Integer> ch = Chan.make(1);
    Mutex mutex = new Mutex();
    Thread.currentThread().interrupt();
    ch.send(1);
    assertThat(ch.receive()).isEqualTo(1);
    mutex.lock();
    mutex.unlock();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aConditionIsLeftWithTheLockHeld() {
    Mutex mutex = new Mutex();
    Cond cond = new Cond(mutex);
    mutex.lock();
    Thread.currentThread().interrupt();
    assertThatThrownBy(cond::await).isInstanceOf(GoroutineInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(mutex.tryLock()).isFalse();
    mutex.unlock();
  }

  @Test
  void theInterruptibleFormsOfLocksClearTheFlag() {
    Mutex mutex = locked();
    RWMutex rw = writeLocked();
    for (Task call :
        List.<Task>of(
            mutex::lockInterruptibly,
            () -> mutex.tryLock(1, TimeUnit.HOURS),
            rw.readLock()::lockInterruptibly,
            () -> rw.writeLock().tryLock(1, TimeUnit.HOURS))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(call::run).isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void aLockIsNotTakenWhenTimeIsUp() throws InterruptedException {
    Mutex mutex = locked();
    RWMutex rw = writeLocked();
    assertThat(mutex.tryLock(1, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(rw.readLock().tryLock(1, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(rw.writeLock().tryLock(1, TimeUnit.MILLISECONDS)).isFalse();
    rw.unlock();
    assertThat(rw.readLock().tryLock(1, TimeUnit.MILLISECONDS)).isTrue();
    assertThat(rw.writeLock().tryLock(1, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(rw.tryRLock()).as("a reader, after a writer that gave up").isTrue();
    mutex.unlock();
    assertThat(mutex.tryLock(1, TimeUnit.MILLISECONDS)).isTrue();
  }
}
