package dev.chanlint.verification;

import static dev.chanlint.verification.LinearizationTest.Calls.calls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.verification.Operation.Case;
import dev.chanlint.verification.Operation.Close;
import dev.chanlint.verification.Operation.Communicate;
import dev.chanlint.verification.Operation.Len;
import dev.chanlint.verification.Outcome.Drained;
import dev.chanlint.verification.Outcome.Length;
import dev.chanlint.verification.Outcome.Panicked;
import dev.chanlint.verification.Outcome.Plain;
import dev.chanlint.verification.Outcome.Received;
import dev.chanlint.verification.Outcome.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The search tells histories that may be from those that may not. */
final class LinearizationTest {

  private static final Outcome SENT = new Sent(0);

  private static Operation send(int value) {
    return new Communicate(List.of(new Case(0, value)), true, false);
  }

  private static Operation trySend(int value) {
    return new Communicate(List.of(new Case(0, value)), false, false);
  }

  private static Operation receive() {
    return new Communicate(List.of(new Case(0, null)), true, false);
  }

  private static Operation tryReceive() {
    return new Communicate(List.of(new Case(0, null)), false, false);
  }

  /** Both sides of one channel. */
  private static Operation selectBoth(int value) {
    return new Communicate(List.of(new Case(0, value), new Case(0, null)), true, true);
  }

  private static Outcome received(int value) {
    return new Received(0, value);
  }

  /** A history of one channel, written down call by call, each from one moment to another. */
  static final class Calls {
    private final int capacity;
    private final List<Call> calls = new ArrayList<>();

    private Calls(int capacity) {
      this.capacity = capacity;
    }

    static Calls calls(int capacity) {
      return new Calls(capacity);
    }

    Calls call(int from, int to, Operation operation, Outcome outcome) {
      calls.add(new Call(calls.size(), operation, from, to, outcome));
      return this;
    }

    Calls blocked(int from, Operation operation) {
      calls.add(new Call(calls.size(), operation, from, Long.MAX_VALUE, Plain.BLOCKED));
      return this;
    }

    History history() {
      return new History(List.of(capacity), calls);
    }
  }

  static Stream<Named<Calls>> possible() {
    return Stream.of(
        Named.of("nothing", calls(0)),
        Named.of(
            "a rendezvous", calls(0).call(1, 4, send(7), SENT).call(2, 3, receive(), received(7))),
        Named.of(
            "try meets a sender that waits",
            calls(0).call(1, 4, send(7), SENT).call(2, 3, tryReceive(), received(7))),
        Named.of(
            "senders that overlap, in either order",
            calls(2)
                .call(1, 4, send(1), SENT)
                .call(2, 3, send(2), SENT)
                .call(5, 6, receive(), received(2))
                .call(7, 8, receive(), received(1))),
        Named.of(
            "a full buffer and a sender that waits",
            calls(1)
                .call(1, 2, send(1), SENT)
                .call(3, 6, send(2), SENT)
                .call(4, 5, receive(), received(1))
                .call(7, 8, new Len(0), new Length(1))),
        Named.of(
            "a sender that waits when it closes",
            calls(0)
                .call(1, 4, send(1), new Panicked("send on closed channel"))
                .call(2, 3, new Close(0), Plain.CLOSED)),
        Named.of(
            "what is in the buffer outlives the close",
            calls(1)
                .call(1, 2, send(1), SENT)
                .call(3, 4, new Close(0), Plain.CLOSED)
                .call(5, 6, receive(), received(1))
                .call(7, 8, receive(), new Drained(0))),
        Named.of(
            "two selects meet",
            calls(0).call(1, 4, selectBoth(1), SENT).call(2, 3, selectBoth(2), new Received(1, 1))),
        Named.of("a lone select waits", calls(0).blocked(1, selectBoth(1))),
        Named.of("two senders wait", calls(0).blocked(1, send(1)).blocked(2, send(2))),
        Named.of(
            "an interrupt that did nothing",
            calls(1)
                .call(1, 2, receive(), Plain.INTERRUPTED)
                .call(3, 4, send(1), SENT)
                .call(5, 6, receive(), received(1))));
  }

  static Stream<Named<Calls>> impossible() {
    return Stream.of(
        Named.of(
            "a send that returns before its receive begins",
            calls(0).call(1, 2, send(7), SENT).call(3, 4, receive(), received(7))),
        Named.of(
            "a value from nowhere",
            calls(0).call(1, 4, send(7), SENT).call(2, 3, receive(), received(8))),
        Named.of(
            "neither waits, yet they meet",
            calls(0).call(1, 4, trySend(7), SENT).call(2, 3, tryReceive(), received(7))),
        Named.of(
            "out of order",
            calls(2)
                .call(1, 2, send(1), SENT)
                .call(3, 4, send(2), SENT)
                .call(5, 6, receive(), received(2))
                .call(7, 8, receive(), received(1))),
        Named.of(
            "received twice",
            calls(1)
                .call(1, 2, send(1), SENT)
                .call(3, 6, receive(), received(1))
                .call(4, 5, receive(), received(1))),
        Named.of(
            "more than there is room for",
            calls(1).call(1, 2, send(1), SENT).call(3, 4, send(2), SENT)),
        Named.of(
            "lost", calls(1).call(1, 2, send(1), SENT).call(3, 4, tryReceive(), Plain.WOULD_BLOCK)),
        Named.of(
            "lost, and waited for for good",
            calls(1).call(1, 2, send(1), SENT).blocked(3, receive())),
        Named.of("a lost wake-up", calls(0).blocked(1, send(1)).blocked(2, receive())),
        Named.of(
            "two selects that miss each other",
            calls(0).blocked(1, selectBoth(1)).blocked(2, selectBoth(2))),
        Named.of(
            "sent after the close",
            calls(1).call(1, 2, new Close(0), Plain.CLOSED).call(3, 4, send(1), SENT)),
        Named.of(
            "closed before it drained",
            calls(1)
                .call(1, 2, send(1), SENT)
                .call(3, 4, new Close(0), Plain.CLOSED)
                .call(5, 6, receive(), new Drained(0))),
        Named.of(
            "a receiver that a close did not wake",
            calls(0).call(1, 2, new Close(0), Plain.CLOSED).blocked(3, receive())),
        Named.of(
            "an interrupted send that was received",
            calls(0).call(1, 4, send(7), Plain.INTERRUPTED).call(2, 3, receive(), received(7))),
        Named.of(
            "a length that never was",
            calls(1).call(1, 2, send(1), SENT).call(3, 4, new Len(0), new Length(0))));
  }

  @ParameterizedTest
  @MethodSource
  void possible(Calls calls) {
    assertThat(Linearization.exists(calls.history())).isTrue();
  }

  @ParameterizedTest
  @MethodSource
  void impossible(Calls calls) {
    assertThat(Linearization.exists(calls.history())).isFalse();
  }
}
