package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.ChannelClosedException;
import dev.chanlint.runtime.Select.Case;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A goroutine's selects, one at a time; they use the same memory again and again.
 *
 * <p>First a glance without locks: one of the cases that look ready is drawn and tried under its
 * own channel's lock. If that fails, all channels are locked, so that "nothing is ready" is true of
 * one moment, and so that a select joins all its queues as one step. Two selects that face each
 * other lock in the same order; each gives back what it has when it meets a lock that stays taken,
 * so none waits while it holds one. One operation with a default needs no more than the glance and
 * the try, for what they say of one channel is true of a moment.
 */
final class Selecting {

  private static final int NONE = -1;
  private static final Case<?>[] NO_CASES = new Case<?>[0];

  /** How many cases there is memory for at first. */
  private static final int FEW = 4;

  private final Selected selected = new Selected();

  /** The cases of the select at hand. */
  private Case<?>[] cases = NO_CASES;

  /** The channels of the cases, nil ones left out, each once, by rank. */
  private @Nullable Channel<?>[] channels = new Channel<?>[0];

  /** How many channels those are. */
  private int distinct;

  /** What to wait with for each case but the first, for which that is the wait. */
  private @Nullable Node[] nodes = new Node[0];

  Selecting() {}

  /**
   * Performs one of the cases.
   *
   * @return what was done; good until the next call
   */
  Selected select(Case<?>[] offered, boolean hasDefault, long timeoutNanos) {
    int likely = NONE;
    int ready = 0;
    int communications = 0;
    Channel<?> last = null;
    for (int i = 0; i < offered.length; i++) {
      SelectOp op = SelectOp.of(offered[i]);
      Channel<?> channel = channelOf(op);
      if (channel != null) {
        communications++;
        last = channel;
        if (channel.looksReady(op.isSend) && drawn(++ready)) {
          likely = i;
        }
      }
    }
    if (likely != NONE && tryAlone(SelectOp.of(offered[likely]), likely)) {
      return selected;
    }
    if (hasDefault && communications <= 1) {
      return byDefault(last);
    }
    return selectTogether(offered, hasDefault, timeoutNanos);
  }

  private Selected byDefault(@Nullable Channel<?> of) {
    if (of != null) {
      of.touch();
    }
    return selected.set(Engine.DEFAULT, null, false);
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

  private boolean tryAlone(SelectOp op, int index) {
    Channel<?> channel = (Channel<?>) op.channel;
    channel.touch();
    channel.lock();
    return perform(op, index, channel);
  }

  /** Performs an operation if that needs no waiting; takes a held lock and leaves it free. */
  private boolean perform(SelectOp op, int index, Channel<?> channel) {
    if (op.isSend) {
      if (channel.sendNow(Objects.requireNonNull(op.value))) {
        selected.set(index, null, false);
        return true;
      }
    } else {
      Object value = channel.receiveNow();
      if (value != Channel.WOULD_BLOCK) {
        boolean sent = value != Channel.CLOSED;
        selected.set(index, sent ? value : null, sent);
        return true;
      }
    }
    channel.unlock();
    return false;
  }

  private Selected selectTogether(Case<?>[] offered, boolean hasDefault, long timeoutNanos) {
    cases = offered;
    try {
      arrangeChannels();
      lockAll();
      if (performReady()) {
        return selected;
      }
      if (hasDefault || timeoutNanos <= 0) {
        unlockAllBut(null);
        return hasDefault ? byDefault(null) : selected.set(Engine.TIMEOUT, null, false);
      }
      return await(timeoutNanos);
    } finally {
      forget();
    }
  }

  /** Keeps alive nothing of the select that is done. */
  private void forget() {
    cases = NO_CASES;
    Arrays.fill(channels, 0, distinct, null);
    distinct = 0;
  }

  private void arrangeChannels() {
    if (channels.length < cases.length) {
      channels = new Channel<?>[Math.max(FEW, cases.length)];
      nodes = Arrays.copyOf(nodes, channels.length);
    }
    int n = 0;
    for (Case<?> c : cases) {
      Channel<?> channel = channelOf(SelectOp.of(c));
      if (channel != null) {
        channels[n++] = channel;
      }
    }
    distinct = n; // what is to be forgotten if this fails
    sortByRank();
    dropRepeated();
    if (distinct > 0) {
      channel(0).touch();
    }
  }

  private Channel<?> channel(int place) {
    return Objects.requireNonNull(channels[place]);
  }

  /** Sorts in place, by Shell's method, which for a few is insertion. */
  private void sortByRank() {
    for (int gap = nextGap(distinct); gap > 0; gap = nextGap(gap)) {
      for (int i = gap; i < distinct; i++) {
        Channel<?> channel = channel(i);
        int place = i;
        for (; place >= gap && channel(place - gap).rank() > channel.rank(); place -= gap) {
          channels[place] = channels[place - gap];
        }
        channels[place] = channel;
      }
    }
  }

  /** Gonnet's gaps; the last is 1. */
  private static int nextGap(int gap) {
    return gap <= 1 ? 0 : Math.max(1, 5 * gap / 11);
  }

  /** Keeps one of each of the channels, which are sorted. */
  private void dropRepeated() {
    int kept = Math.min(distinct, 1);
    for (int i = 1; i < distinct; i++) {
      if (channels[i] != channels[kept - 1]) {
        channels[kept++] = channels[i];
      }
    }
    Arrays.fill(channels, kept, distinct, null);
    distinct = kept;
  }

  /** Performs one that is ready, if any; takes all locks held, and leaves them free if it did. */
  private boolean performReady() {
    for (int ready = drawReady(); ready != NONE; ready = drawReady()) {
      SelectOp op = SelectOp.of(cases[ready]);
      Channel<?> channel = (Channel<?>) op.channel;
      unlockAllBut(channel);
      if (perform(op, ready, channel)) {
        return true;
      }
      lockAll();
    }
    return false;
  }

  private int drawReady() {
    int drawn = NONE;
    int found = 0;
    for (int i = 0; i < cases.length; i++) {
      SelectOp op = SelectOp.of(cases[i]);
      Channel<?> channel = channelOf(op);
      if (channel != null && channel.isReady(op.isSend) && drawn(++found)) {
        drawn = i;
      }
    }
    return drawn;
  }

  private Selected await(long timeoutNanos) {
    Wait wait = Wait.begin(cases.length == 0 ? "select (no cases)" : "select", channels);
    joinAll(wait);
    unlockAllBut(null);
    Node fired = wait.await(timeoutNanos);
    Object value = fired == null ? null : fired.takeValue();
    leaveAll(wait, fired);
    if (fired == null) {
      if (Thread.currentThread().isInterrupted()) {
        throw wait.interrupted();
      }
      return selected.set(Engine.TIMEOUT, null, false);
    }
    if (!SelectOp.of(cases[fired.index]).isSend) {
      return selected.set(fired.index, value, fired.ok);
    }
    if (!fired.ok) {
      throw new ChannelClosedException("send on closed channel");
    }
    return selected.set(fired.index, null, false);
  }

  private void joinAll(Wait wait) {
    for (int i = 0; i < cases.length; i++) {
      SelectOp op = SelectOp.of(cases[i]);
      Channel<?> channel = channelOf(op);
      if (channel != null) {
        Node node = node(i, wait);
        node.index = i;
        node.value = op.value;
        channel.join(op.isSend, node);
      }
    }
  }

  /** What a wait waits with for a case. */
  private Node node(int index, Wait wait) {
    if (index == 0) {
      return wait;
    }
    Node known = nodes[index];
    if (known == null || known.owner() != wait) {
      known = new Node.Further(wait);
      nodes[index] = known;
    }
    return known;
  }

  /** Leaves all queues but that of the node that fired, which was taken off that before. */
  private void leaveAll(Wait wait, @Nullable Node fired) {
    for (int i = 0; i < cases.length; i++) {
      SelectOp op = SelectOp.of(cases[i]);
      Channel<?> channel = channelOf(op);
      if (channel != null) {
        Node node = node(i, wait);
        if (node != fired) {
          channel.leave(op.isSend, node);
          node.value = null; // who finds it in the queue reads it
        }
      }
    }
  }

  private void lockAll() {
    for (int i = 0; i < distinct; i++) {
      while (!channel(i).spinLock()) {
        for (; i > 0; i--) {
          channel(i - 1).unlock();
        }
        Thread.yield();
      }
    }
  }

  private void unlockAllBut(@Nullable Channel<?> kept) {
    for (int i = 0; i < distinct; i++) {
      Channel<?> channel = channel(i);
      if (channel != kept) {
        channel.unlock();
      }
    }
  }
}
