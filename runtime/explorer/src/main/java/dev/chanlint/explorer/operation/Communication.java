package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Rendezvous;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.VectorClock;
import org.jspecify.annotations.Nullable;

/**
 * A send, a receive or a select: one of several cases is performed, any that is ready. With a
 * default it does not wait. That default can be taken although a partner is pending at an
 * unbuffered channel, since the partner may not have got there yet.
 */
public final class Communication extends Operation {

  /** A send or a receive. */
  public static final class Case {

    private final @Nullable Channel channel;
    private final @Nullable Object value;
    private final boolean sends;

    private Case(@Nullable Channel channel, boolean sends, @Nullable Object value) {
      this.channel = channel;
      this.sends = sends;
      this.value = value;
    }

    /** A send; on the nil channel if that is null. */
    public static Case send(@Nullable Channel channel, Object value) {
      return new Case(channel, true, value);
    }

    /** A receive; from the nil channel if that is null. */
    public static Case receive(@Nullable Channel channel) {
      return new Case(channel, false, null);
    }
  }

  private final Case[] cases;
  private final boolean isSelect;
  private final boolean hasDefault;
  private final long deadline;
  private @Nullable Object received;
  private boolean ok;
  private boolean sentOnClosed;

  private Communication(Case[] cases, boolean isSelect, boolean hasDefault, long deadline) {
    this.cases = cases;
    this.isSelect = isSelect;
    this.hasDefault = hasDefault;
    this.deadline = deadline;
  }

  /** A send or a receive that waits. */
  public static Communication waiting(Case only) {
    return new Communication(new Case[] {only}, false, false, NEVER);
  }

  /** A send or a receive that does not wait. */
  public static Communication trying(Case only) {
    return new Communication(new Case[] {only}, false, true, NEVER);
  }

  /**
   * A select.
   *
   * @param deadline when it gives up, in virtual time; {@link Operation#NEVER} if it does not
   */
  public static Communication select(Case[] cases, boolean hasDefault, long deadline) {
    return new Communication(cases.clone(), true, hasDefault, deadline);
  }

  /** Performs it on the calling goroutine. */
  public Communication perform() {
    Execution.require().perform(this);
    return this;
  }

  /** The index of the case performed; negative if none was. */
  public int performed() {
    return chosen() < cases.length ? chosen() : -1;
  }

  /** Whether the default was taken. */
  public boolean tookDefault() {
    return chosen() == cases.length;
  }

  /** Whether the time was up. */
  public boolean timedOut() {
    return chosen() == cases.length + 1;
  }

  /** Whether it was given up because of an interrupt. */
  public boolean wasInterrupted() {
    return chosen() == cases.length + 2;
  }

  /** Whether the case performed was a send on a closed channel. */
  public boolean wasSentOnClosed() {
    return sentOnClosed;
  }

  /** The value received, or null. */
  public @Nullable Object received() {
    return received;
  }

  /** Whether a value was received. */
  public boolean ok() {
    return ok;
  }

  @Override
  public String state() {
    if (isSelect) {
      return cases.length == 0 ? "select (no cases)" : "select";
    }
    return (cases[0].sends ? "chan send" : "chan receive")
        + (cases[0].channel == null ? " (nil chan)" : "");
  }

  @Override
  public String name() {
    return isSelect ? "select" : cases[0].sends ? "send" : "receive";
  }

  @Override
  public @Nullable Resource resource() {
    int index = performed();
    if (index >= 0 && (!isSelect || goroutine().pending() != this)) {
      return cases[index].channel;
    }
    return null;
  }

  @Override
  public String value() {
    int index = performed();
    if (index < 0) {
      return tookDefault() ? "default" : timedOut() ? "timeout" : "interrupted";
    }
    Object value = cases[index].sends ? cases[index].value : received;
    return sentOnClosed || !cases[index].sends && !ok ? "closed" : Values.text(value);
  }

  @Override
  public int alternatives() {
    return cases.length + 3;
  }

  @Override
  public boolean enabled(int alternative) {
    if (alternative < cases.length) {
      return !isInterruptedFirst() && ready(cases[alternative]);
    }
    if (alternative == cases.length) {
      return hasDefault && !anyCertain();
    }
    return alternative == cases.length + 1
        ? deadline != NEVER && !isInterruptedFirst() && !anyReady()
        : goroutine().isInterrupted() && !hasDefault;
  }

  @Override
  public @Nullable Rendezvous rendezvous(int alternative) {
    if (alternative >= cases.length || isInterruptedFirst()) {
      return null;
    }
    Channel channel = cases[alternative].channel;
    return channel == null ? null : channel.rendezvous();
  }

  @Override
  public boolean sends(int alternative) {
    return cases[alternative].sends;
  }

  @Override
  public boolean isForeseeable() {
    return true;
  }

  /**
   * {@inheritDoc}
   *
   * <p>That no case is ready may take several steps to come about, and others not to be made, that
   * have nothing to do with each other. So whichever case a communication takes that may also find
   * none ready, it depends on all its channels: then the order of each of these steps and this one
   * counts.
   */
  @Override
  public void footprint(int alternative, Footprint into) {
    if (alternative < cases.length) {
      Channel channel = cases[alternative].channel;
      if (channel != null && cases[alternative].sends) {
        channel.touchSend(into);
      } else if (channel != null) {
        channel.touchReceive(into);
      }
      if (mayFindNone()) {
        touchAll(into);
      }
    } else if (alternative <= cases.length + 1) {
      touchAll(into);
    } else if (alternative == cases.length + 2) {
      into.writes(goroutine().interruptCell());
    }
  }

  @Override
  public void interest(Footprint into) {
    boolean alone = cases.length == 1 && !mayFindNone() && !goroutine().isInterrupted();
    for (Case offered : cases) {
      if (offered.channel != null) {
        offered.channel.interest(into, offered.sends, alone);
      }
    }
    if (mayFindNone()) {
      touchAll(into);
    }
    if (!hasDefault) {
      into.reads(goroutine().interruptCell());
    }
  }

  @Override
  public void execute(int alternative) {
    if (alternative >= cases.length) {
      return;
    }
    Case taken = cases[alternative];
    Channel channel = taken.channel;
    if (channel == null) {
      throw new IllegalStateException("the nil channel is never ready");
    }
    if (!taken.sends) {
      received = channel.receive(goroutine());
      ok = received != null;
    } else if (channel.isClosed()) {
      sentOnClosed = true;
    } else if (taken.value != null) {
      channel.send(goroutine(), taken.value);
    }
  }

  @Override
  public void meet(int alternative, Operation partner, int partnersAlternative) {
    Communication receiver = (Communication) partner;
    receiver.received = cases[alternative].value;
    receiver.ok = true;
    Goroutine one = goroutine();
    Goroutine other = receiver.goroutine();
    VectorClock meeting = new VectorClock();
    one.release(meeting);
    other.release(meeting);
    one.acquire(meeting);
    other.acquire(meeting);
  }

  @Override
  public boolean changes(int alternative) {
    if (alternative >= cases.length) {
      return alternative == cases.length + 2;
    }
    Channel channel = cases[alternative].channel;
    return channel != null && (cases[alternative].sends ? !channel.isClosed() : channel.holds());
  }

  @Override
  public boolean isDrivenByTime(int alternative) {
    Channel channel = alternative < cases.length ? cases[alternative].channel : null;
    return channel != null && channel.isOfTimes() && !cases[alternative].sends;
  }

  @Override
  public boolean isNonBlocking() {
    return hasDefault;
  }

  @Override
  public long deadline(int alternative) {
    return alternative == cases.length + 1 ? deadline : NEVER;
  }

  @Override
  protected boolean looksForInterruptFirst() {
    return !hasDefault;
  }

  @Override
  protected void pending() {
    if (isInterruptedFirst()) {
      return;
    }
    for (int i = 0; i < cases.length; i++) {
      Channel channel = cases[i].channel;
      if (channel != null && channel.capacity() == 0) {
        channel.waiting().enter(cases[i].sends, this, i);
      }
    }
  }

  @Override
  protected void left() {
    for (Case offered : cases) {
      Channel channel = offered.channel;
      if (channel != null && channel.capacity() == 0) {
        channel.waiting().leave(offered.sends, this);
      }
    }
  }

  /** Whether there is something to do if no case is ready. */
  private boolean mayFindNone() {
    return hasDefault || deadline != NEVER;
  }

  private boolean ready(Case offered) {
    Channel channel = offered.channel;
    return channel != null && (offered.sends ? channel.canSend() : channel.canReceive());
  }

  /**
   * Whether a value, room or a close is there already: then no time passes before it is taken. A
   * partner that is only about to come is no such thing, for the time may be up before it does.
   */
  private boolean anyReady() {
    for (Case offered : cases) {
      if (ready(offered)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyCertain() {
    for (Case offered : cases) {
      Channel channel = offered.channel;
      if (ready(offered)
          || channel != null && channel.waiting().hasArrived(!offered.sends, goroutine())) {
        return true;
      }
    }
    return false;
  }

  private void touchAll(Footprint into) {
    for (Case offered : cases) {
      if (offered.channel != null && offered.sends) {
        offered.channel.touchNoSend(into);
      } else if (offered.channel != null) {
        offered.channel.touchNoReceive(into);
      }
    }
  }
}
