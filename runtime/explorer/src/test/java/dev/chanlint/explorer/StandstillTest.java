package dev.chanlint.explorer;

import static dev.chanlint.explorer.Code.go;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.model.Alarm;
import dev.chanlint.explorer.model.Engine;
import dev.chanlint.explorer.operation.Scheduling;
import dev.chanlint.runtime.Chan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is blocked for good is found beside goroutines that timers keep going. */
@Timeout(60)
class StandstillTest {

  /** In periods of the tickers, which are of one nanosecond: longer than is waited for a change. */
  private static final int LONG = 300;

  private static void listen(Alarm ticker) {
    while (true) {
      ticker.channel().receive();
    }
  }

  private static Exploration few(Code code) {
    return Explorer.builder().strategy(Strategy.random(1)).maxExecutions(3).build().explore(code);
  }

  @Test
  void blockedBesideATicker() {
    Code code =
        Code.program(
            () -> {
              Alarm ticker = new Alarm(1, 1, null);
              go(() -> listen(ticker));
              Engine.channel(0).receive();
            });
    Exploration exploration = code.explore(Strategy.dpor());
    assertThat(exploration.exhausted()).isTrue();
    assertThat(exploration.failures())
        .extracting(Failure::fault)
        .containsExactlyInAnyOrder(Fault.DEADLOCK, Fault.LIVELOCK);
    Failure failure =
        exploration.failures().stream()
            .filter(one -> one.fault() == Fault.DEADLOCK)
            .findFirst()
            .orElseThrow();
    assertThat(failure.message()).contains("blocked for good").doesNotContain("goroutine 3");
    assertThat(failure.witness()).hasSizeLessThan(12);
    assertThat(failure.schedule().text()).hasSizeLessThan(40);
    assertThat(Explorer.replay(failure.schedule(), code).failures()).contains(failure);
  }

  @Test
  void leakedBesideOneThatSleepsAgainAndAgain() {
    Exploration exploration =
        few(
            Code.test(
                () -> {
                  go(
                      () -> {
                        while (true) {
                          Engine.sleep(1);
                        }
                      });
                  Chan<Integer> never = Engine.channel(0);
                  go(() -> never.send(1));
                }));
    assertThat(exploration.failures())
        .extracting(Failure::message)
        .anyMatch(message -> message.contains("goroutine 2") && message.contains("loops for ever"))
        .anyMatch(message -> message.contains("goroutine 3") && message.contains("blocked"));
  }

  @Test
  void aTimerThatWasSetBeforeMayStillHelp() {
    Exploration exploration =
        few(
            Code.program(
                () -> {
                  Alarm ticker = new Alarm(1, 1, null);
                  Alarm end = new Alarm(LONG, 0, null);
                  go(() -> listen(ticker));
                  end.channel().receive();
                  ticker.stop();
                }));
    assertThat(exploration.failures()).extracting(Failure::fault).containsOnly(Fault.LEAK);
  }

  @Test
  void whoReadsTheClockMayStopInTime() {
    Exploration exploration =
        few(
            Code.program(
                () -> {
                  Alarm ticker = new Alarm(1, 1, null);
                  Chan<Integer> done = Engine.channel(0);
                  go(
                      () -> {
                        while (Scheduling.nanoTime() < LONG) {
                          ticker.channel().receive();
                        }
                        ticker.stop();
                        done.close();
                      });
                  done.receive();
                }));
    assertThat(exploration.failures()).isEmpty();
  }
}
