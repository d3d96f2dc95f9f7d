package dev.chanlint.verification;

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

/**
 * The channels of a program at one moment, and Go's specification of what may happen next. An
 * operation takes effect in one step, alone or, on a channel without a buffer, together with its
 * partner. Who waits is no part of the state: a receive from a full buffer and the send that was
 * waiting for it are two steps, one right after the other.
 *
 * @param states of the channels, by index
 */
record Channels(List<Channel> states) {

  /** The state of one channel. */
  record Channel(int capacity, List<Integer> buffer, boolean closed) {
    Channel plus(int value) {
      List<Integer> longer = new ArrayList<>(buffer);
      longer.add(value);
      return new Channel(capacity, List.copyOf(longer), closed);
    }

    Channel minusFirst() {
      return new Channel(capacity, List.copyOf(buffer.subList(1, buffer.size())), closed);
    }

    Channel toClosed() {
      return new Channel(capacity, buffer, true);
    }
  }

  /** One operation took effect. */
  record Step(Channels after, Outcome outcome) {}

  /** Two operations met, which changes no channel. */
  record Meeting(Outcome first, Outcome second) {}

  static Channels open(List<Integer> capacities) {
    return new Channels(capacities.stream().map(c -> new Channel(c, List.of(), false)).toList());
  }

  /** What an operation may do on its own now; nothing if it has to wait. */
  List<Step> alone(Operation operation) {
    return switch (operation) {
      case Communicate c -> communicate(c);
      case Close(int index) -> List.of(close(index));
      case Len(int index) -> List.of(new Step(this, new Length(states.get(index).buffer.size())));
    };
  }

  private Step close(int index) {
    Channel channel = states.get(index);
    return channel.closed
        ? new Step(this, new Panicked("close of closed channel"))
        : new Step(with(index, channel.toClosed()), Plain.CLOSED);
  }

  /** Any case that is ready may be chosen; whether nothing waits for a partner is not told. */
  private List<Step> communicate(Communicate c) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < c.cases().size(); i++) {
      Case one = c.cases().get(i);
      if (one.value() != null) {
        send(one.channel(), one.value(), i, steps);
      } else {
        receive(one.channel(), i, steps);
      }
    }
    if (steps.isEmpty() && !c.waits()) {
      steps.add(new Step(this, Plain.WOULD_BLOCK));
    }
    return steps;
  }

  private void send(int index, int value, int by, List<Step> into) {
    Channel channel = states.get(index);
    if (channel.closed) {
      into.add(new Step(this, new Panicked("send on closed channel")));
    } else if (channel.buffer.size() < channel.capacity) {
      into.add(new Step(with(index, channel.plus(value)), new Sent(by)));
    }
  }

  private void receive(int index, int by, List<Step> into) {
    Channel channel = states.get(index);
    if (!channel.buffer.isEmpty()) {
      int value = channel.buffer.getFirst();
      into.add(new Step(with(index, channel.minusFirst()), new Received(by, value)));
    } else if (channel.closed) {
      into.add(new Step(this, new Drained(by)));
    }
  }

  /** How two operations of different goroutines may meet now, on channels without a buffer. */
  List<Meeting> together(Operation first, Operation second) {
    List<Meeting> meetings = new ArrayList<>();
    if (first instanceof Communicate a && second instanceof Communicate b && meet(a, b)) {
      for (int i = 0; i < a.cases().size(); i++) {
        for (int j = 0; j < b.cases().size(); j++) {
          meet(a.cases().get(i), i, b.cases().get(j), j, meetings);
        }
      }
    }
    return meetings;
  }

  /** Somebody has to be waiting for another to come. */
  private static boolean meet(Communicate a, Communicate b) {
    return a.waits() || b.waits();
  }

  private void meet(Case a, int i, Case b, int j, List<Meeting> into) {
    if (a.channel() != b.channel() || a.sends() == b.sends() || !isRendezvous(a.channel())) {
      return;
    }
    if (a.value() != null) {
      into.add(new Meeting(new Sent(i), new Received(j, a.value())));
    } else if (b.value() != null) {
      into.add(new Meeting(new Received(i, b.value()), new Sent(j)));
    }
  }

  private boolean isRendezvous(int index) {
    Channel channel = states.get(index);
    return channel.capacity == 0 && !channel.closed;
  }

  private Channels with(int index, Channel channel) {
    List<Channel> changed = new ArrayList<>(states);
    changed.set(index, channel);
    return new Channels(List.copyOf(changed));
  }
}
