package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.ChannelClosedException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One select. First a glance without locks: one of those that look ready is drawn and tried under
 * its own channel's lock. If that fails, all channels are locked, so that "nothing is ready" is
 * true of one moment, and so that a select joins all its queues as one step. Two selects that face
 * each other lock in the same order; each gives back what it has when it meets a lock that stays
 * taken, so none waits while it holds one.
 */
final class Selecting {

  private static final int NONE = -1;
  private static final Selected BY_DEFAULT = new Selected(Engine.DEFAULT, null, false);
  private static final Selected BY_TIMEOUT = new Selected(Engine.TIMEOUT, null, false);

  private final SelectOp[] ops;

  /** The channels of the operations, nil ones left out, each once, by rank. */
  private final Channel<?>[] channels;

  private Selecting(SelectOp[] ops) {
    this.ops = ops;
    this.channels =
        Arrays.stream(ops)
            .map(Selecting::channelOf)
            .filter(c -> c != null)
            .distinct()
            .sorted(Comparator.comparingLong(Channel::rank))
            .toArray(Channel<?>[]::new);
  }

  static Selected select(SelectOp[] ops, boolean hasDefault, long timeoutNanos) {
    int likely = NONE;
    int found = 0;
    for (int i = 0; i < ops.length; i++) {
      Channel<?> channel = channelOf(ops[i]);
      if (channel != null && channel.looksReady(ops[i].isSend) && drawn(++found)) {
        likely = i;
      }
    }
    if (likely != NONE) {
      Selected selected = tryAlone(ops, likely);
      if (selected != null) {
        return selected;
      }
    }
    return new Selecting(ops).selectTogether(hasDefault, timeoutNanos);
  }

  /** Whether the n-th candidate replaces those before: makes each as likely as the others. */
  private static boolean drawn(int n) {
    return n == 1 || ThreadLocalRandom.current().nextInt(n) == 0;
  }

  /** The channel of an operation; null if it is the nil channel. */
  private static @Nullable Channel<?> channelOf(SelectOp op) {
    if (op.channel instanceof Channel<?> channel) {
      return channel;
    }
    if (op.channel == NilChannel.INSTANCE) {
      return null;
    }
    throw new IllegalArgumentException("not made by Chan.make: " + op.channel);
  }

  private static @Nullable Selected tryAlone(SelectOp[] ops, int index) {
    Channel<?> channel = (Channel<?>) ops[index].channel;
    channel.touch();
    channel.lock();
    return perform(ops, index, channel);
  }

  /** Performs an operation if that needs no waiting; takes a held lock and leaves it free. */
  private static @Nullable Selected perform(SelectOp[] ops, int index, Channel<?> channel) {
    SelectOp op = ops[index];
    if (op.isSend) {
      if (channel.sendNow(Objects.requireNonNull(op.value))) {
        return new Selected(index, null, false);
      }
    } else {
      Object value = channel.receiveNow();
      if (value == Channel.CLOSED) {
        return new Selected(index, null, false);
      }
      if (value != Channel.WOULD_BLOCK) {
        return new Selected(index, value, true);
      }
    }
    channel.unlock();
    return null;
  }

  private Selected selectTogether(boolean hasDefault, long timeoutNanos) {
    if (channels.length > 0) {
      channels[0].touch();
    }
    lockAll();
    for (int ready = drawReady(); ready != NONE; ready = drawReady()) {
      Channel<?> channel = (Channel<?>) ops[ready].channel;
      unlockAllBut(channel);
      Selected selected = perform(ops, ready, channel);
      if (selected != null) {
        return selected;
      }
      lockAll();
    }
    if (hasDefault || timeoutNanos <= 0) {
      unlockAllBut(null);
      return hasDefault ? BY_DEFAULT : BY_TIMEOUT;
    }
    return await(timeoutNanos);
  }

  private int drawReady() {
    int drawn = NONE;
    int found = 0;
    for (int i = 0; i < ops.length; i++) {
      Channel<?> channel = channelOf(ops[i]);
      if (channel != null && channel.isReady(ops[i].isSend) && drawn(++found)) {
        drawn = i;
      }
    }
    return drawn;
  }

  private Selected await(long timeoutNanos) {
    Wait wait = new Wait(ops.length == 0 ? "select (no cases)" : "select", channels);
    @Nullable Node[] nodes = joinAll(wait);
    unlockAllBut(null);
    Node fired = wait.await(timeoutNanos);
    leaveAll(nodes);
    if (fired == null) {
      if (Thread.currentThread().isInterrupted()) {
        throw wait.interrupted();
      }
      return BY_TIMEOUT;
    }
    if (!ops[fired.index].isSend) {
      return new Selected(fired.index, fired.value, fired.ok);
    }
    if (!fired.ok) {
      throw new ChannelClosedException("send on closed channel");
    }
    return new Selected(fired.index, null, false);
  }

  private @Nullable Node[] joinAll(Wait wait) {
    @Nullable Node[] nodes = new Node[ops.length];
    for (int i = 0; i < ops.length; i++) {
      Channel<?> channel = channelOf(ops[i]);
      if (channel != null) {
        Node node = i == 0 ? wait : new Node(wait);
        node.index = i;
        node.value = ops[i].value;
        channel.join(ops[i].isSend, node);
        nodes[i] = node;
      }
    }
    return nodes;
  }

  private void leaveAll(@Nullable Node[] nodes) {
    for (int i = 0; i < nodes.length; i++) {
      Node node = nodes[i];
      if (node != null) {
        ((Channel<?>) ops[i].channel).leave(ops[i].isSend, node);
      }
    }
  }

  private void lockAll() {
    for (int i = 0; i < channels.length; i++) {
      while (!channels[i].spinLock()) {
        for (; i > 0; i--) {
          channels[i - 1].unlock();
        }
        Thread.yield();
      }
    }
  }

  private void unlockAllBut(@Nullable Channel<?> kept) {
    for (Channel<?> channel : channels) {
      if (channel != kept) {
        channel.unlock();
      }
    }
  }
}
