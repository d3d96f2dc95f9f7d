package dev.chanlint.verification;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ChannelClosedException;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.Received;
import dev.chanlint.runtime.Select;
import dev.chanlint.verification.Operation.Case;
import dev.chanlint.verification.Operation.Close;
import dev.chanlint.verification.Operation.Communicate;
import dev.chanlint.verification.Operation.Len;
import dev.chanlint.verification.Outcome.Drained;
import dev.chanlint.verification.Outcome.Length;
import dev.chanlint.verification.Outcome.Panicked;
import dev.chanlint.verification.Outcome.Plain;
import dev.chanlint.verification.Outcome.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** This runtime's channels. */
public final class GoPerformer implements Performer {

  private final List<Chan<Integer>> channels;

  /**
   * Makes the channels.
   *
   * @param capacities of each
   */
  public GoPerformer(List<Integer> capacities) {
    channels = capacities.stream().map(Chan::<Integer>make).toList();
  }

  @Override
  public Outcome perform(Operation operation) {
    try {
      return performed(operation);
    } catch (ChannelClosedException e) {
      return new Panicked(String.valueOf(e.getMessage()));
    } catch (GoroutineInterruptedException e) {
      if (!Thread.interrupted()) {
        throw new IllegalStateException("the interrupt flag was lost", e);
      }
      return Plain.INTERRUPTED;
    }
  }

  private Outcome performed(Operation operation) {
    return switch (operation) {
      case Communicate c -> c.asSelect() ? select(c) : communicate(c);
      case Close(int index) -> {
        channels.get(index).close();
        yield Plain.CLOSED;
      }
      case Len(int index) -> new Length(channels.get(index).len());
    };
  }

  private Outcome communicate(Communicate c) {
    Case only = c.cases().getFirst();
    Chan<Integer> ch = channels.get(only.channel());
    Integer value = only.value();
    if (value != null) {
      return send(ch, value, c.waits());
    }
    Received<Integer> received = c.waits() ? ch.receiveOk() : ch.tryReceive();
    return received == null ? Plain.WOULD_BLOCK : received(0, received.value());
  }

  private static Outcome send(Chan<Integer> ch, Integer value, boolean waits) {
    if (!waits) {
      return ch.trySend(value) ? new Sent(0) : Plain.WOULD_BLOCK;
    }
    ch.send(value);
    return new Sent(0);
  }

  private Outcome select(Communicate c) {
    List<Select.Case<Outcome>> cases = new ArrayList<>();
    for (int i = 0; i < c.cases().size(); i++) {
      cases.add(selectCase(c.cases().get(i), i));
    }
    if (!c.waits()) {
      cases.add(Select.onDefault().as(Plain.WOULD_BLOCK));
    }
    return Select.select(arrayOf(cases.stream()));
  }

  private Select.Case<Outcome> selectCase(Case one, int index) {
    Chan<Integer> ch = channels.get(one.channel());
    Integer value = one.value();
    return value == null
        ? Select.onReceive(ch).map(v -> received(index, v))
        : Select.onSend(ch, value).as(new Sent(index));
  }

  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // an array of a generic type cannot be made otherwise
  private static Select.Case<Outcome>[] arrayOf(Stream<Select.Case<Outcome>> cases) {
    return cases.toArray(Select.Case[]::new);
  }

  /** No value is ever sent that is null. */
  private static Outcome received(int by, @Nullable Integer value) {
    return value == null ? new Drained(by) : new Outcome.Received(by, value);
  }
}
