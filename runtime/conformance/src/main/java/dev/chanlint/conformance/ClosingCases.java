package dev.chanlint.conformance;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ChannelClosedException;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Received;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/** Closing channels, and channels that are closed. */
public final class ClosingCases {

  private ClosingCases() {}

  @Holds("what is in the buffer is received before the channel reports closed, for ever after")
  public static void drainsThenReportsClosed() {
    Chan<Integer> ch = Chan.make(2);
    ch.send(1);
    ch.send(2);
    ch.close();
    Check.equal(new Received<>(1, true), ch.receiveOk());
    Check.equal(2, ch.receive());
    for (int i = 0; i < 3; i++) {
      Check.equal(null, ch.receive());
      Check.equal(-1, ch.receiveOr(-1));
      Check.equal(new Received<>(null, false), ch.receiveOk());
      Check.equal(new Received<>(null, false), ch.tryReceive());
    }
  }

  @Holds("sending to and closing a closed channel fail")
  public static void sendAndCloseFail() {
    for (int capacity = 0; capacity < 2; capacity++) {
      Chan<Integer> ch = Chan.make(capacity);
      ch.close();
      Check.fails(ChannelClosedException.class, "send on closed channel", () -> ch.send(1));
      Check.fails(ChannelClosedException.class, "send on closed channel", () -> ch.trySend(1));
      Check.fails(
          ChannelClosedException.class, "send on closed channel", () -> select(onSend(ch, 1)));
      Check.fails(ChannelClosedException.class, "close of closed channel", ch::close);
    }
  }

  @Holds("a sender that waits when the channel closes fails; values in the buffer stay")
  public static void blockedSenderFails() {
    for (int capacity = 0; capacity < 2; capacity++) {
      Chan<Integer> ch = Chan.make(capacity);
      Chan<String> outcome = Chan.make();
      for (int i = 0; i < capacity; i++) {
        ch.send(i);
      }
      Go.go(
          () -> {
            try {
              ch.send(9);
              outcome.send("sent");
            } catch (ChannelClosedException e) {
              outcome.send(String.valueOf(e.getMessage()));
            }
          });
      Go.gosched();
      ch.close();
      Check.equal("send on closed channel", outcome.receive());
      for (int i = 0; i < capacity; i++) {
        Check.equal(i, ch.receive());
      }
      Check.equal(null, ch.receive());
    }
  }

  @Holds("closing wakes every receiver")
  public static void wakesEveryReceiver() {
    Chan<Integer> ch = Chan.make();
    WaitGroup receivers = new WaitGroup();
    for (int i = 0; i < Check.scale(100, 3); i++) {
      receivers.go(() -> Check.equal(null, ch.receive()));
    }
    Go.gosched();
    ch.close();
    receivers.await();
  }

  @Holds("a select sees a closed channel as ready")
  public static void selectSeesClosed() {
    Chan<Integer> closed = Chan.make();
    Chan<Integer> silent = Chan.make();
    closed.close();
    for (int i = 0; i < 3; i++) {
      boolean ok =
          select(onReceive(silent).as(true), onReceive(closed).map(value -> value != null));
      Check.that(!ok, "a value from a closed channel");
    }
  }

  @Holds("a select that waits to send fails when the channel closes, one that receives goes on")
  public static void selectWakesOnClose() {
    Chan<Integer> ch = Chan.make();
    Chan<Integer> silent = Chan.make();
    Chan<String> outcome = Chan.make();
    Go.go(
        () -> {
          try {
            select(onSend(ch, 1), onReceive(silent));
            outcome.send("sent");
          } catch (ChannelClosedException e) {
            outcome.send(String.valueOf(e.getMessage()));
          }
        });
    Go.gosched();
    ch.close();
    Check.equal("send on closed channel", outcome.receive());
    Go.go(() -> outcome.send(select(onReceive(silent).as("closed"), onReceive(outcome))));
    Go.gosched();
    silent.close();
    Check.equal("closed", outcome.receive());
  }

  @Holds("a range ends when the channel is closed and drained")
  public static void rangeEnds() {
    Chan<Integer> ch = Chan.make();
    Go.go(
        () -> {
          try (ch) {
            for (int i = 0; i < 5; i++) {
              ch.send(i);
            }
          }
        });
    int sum = 0;
    for (int value : ch) {
      sum += value;
    }
    Check.equal(10, sum);
  }

  @Holds("what was done before a close is seen by who receives that it closed")
  public static void closePublishes() {
    int[] data = new int[1];
    Chan<Unit> ready = Chan.make();
    Go.go(
        () -> {
          data[0] = 42;
          ready.close();
        });
    ready.receive();
    Check.equal(42, data[0]);
  }

  @Holds("of two that close, one fails")
  public static void oneCloses() {
    Chan<Unit> ch = Chan.make();
    Chan<Boolean> closed = Chan.make();
    for (int i = 0; i < 2; i++) {
      Go.go(
          () -> {
            try {
              ch.close();
              closed.send(true);
            } catch (ChannelClosedException e) {
              closed.send(false);
            }
          });
    }
    Check.that(!closed.receiveOr(true).equals(closed.receiveOr(true)), "both or none closed it");
  }

  @Holds(value = "a panic of a goroutine ends the program", panic = "close of closed channel")
  public static void doubleClosePanics() {
    Chan<Unit> ch = Chan.make();
    Go.go(
        () -> {
          ch.close();
          ch.close();
        });
    Chan.<Unit>make().receive();
  }

  @Holds(
      value = "a range over a channel that nobody closes is a deadlock",
      deadlock = "chan receive")
  public static void rangeForever() {
    Chan<Integer> ch = Chan.make(1);
    ch.send(1);
    for (int value : ch) {
      Check.equal(1, value);
    }
  }
}
