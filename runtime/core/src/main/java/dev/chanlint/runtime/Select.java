package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Engine;
import dev.chanlint.runtime.engine.SelectOp;
import dev.chanlint.runtime.engine.Selected;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Go's {@code select} statement: performs one of several communications.
 *
 * <pre>{@code
 * boolean more = select(
 *     onReceive(jobs).map(job -> { process(job); return true; }),
 *     onReceive(quit).as(false));
 * }</pre>
 *
 * <p>Cases are immutable: they may be kept and used again, by several goroutines at once. A select
 * of a goroutine allocates no memory but what it takes to make its cases. The memory effects are
 * those of the communication performed.
 */
public final class Select {

  private Select() {}

  /**
   * Performs one of the communications: chosen uniformly at random among those that are ready; else
   * the default, if there is one; else the first that becomes ready, or the timeout if that comes
   * first. Then runs the body of the case in the caller. Without cases it blocks for good. The
   * shortest of several timeouts counts.
   *
   * @param cases the cases; a channel may stand in several of them
   * @param <R> what it yields
   * @return what the case yields
   * @throws ChannelClosedException if a send on a closed channel was chosen
   * @throws IllegalArgumentException if there is more than one default
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     no communication was performed
   */
  @SafeVarargs
  public static <R> R select(Case<? extends R>... cases) {
    OtherCase<? extends R> byDefault = null;
    OtherCase<? extends R> byTimeout = null;
    for (Case<? extends R> c : cases) {
      if (Objects.requireNonNull(c, "case") instanceof OtherCase<? extends R> other) {
        if (!other.isDefault) {
          byTimeout = byTimeout == null || other.nanos < byTimeout.nanos ? other : byTimeout;
        } else if (byDefault == null) {
          byDefault = other;
        } else {
          throw new IllegalArgumentException("multiple defaults in select");
        }
      }
    }
    Selected selected =
        Engine.select(
            cases, byDefault != null, byTimeout == null ? Engine.NO_TIMEOUT : byTimeout.nanos);
    Case<? extends R> chosen =
        switch (selected.index()) {
          case Engine.DEFAULT -> Objects.requireNonNull(byDefault);
          case Engine.TIMEOUT -> Objects.requireNonNull(byTimeout);
          default -> cases[selected.index()];
        };
    return bodyOf(chosen).run(selected.takeValue(), selected.ok());
  }

  private static <R> Body<? extends R> bodyOf(Case<? extends R> chosen) {
    return switch (chosen) {
      case ChannelCase<? extends R> channelCase -> channelCase.body;
      case OtherCase<? extends R> other -> other.body;
    };
  }

  /**
   * Receives; yields the value, null from a closed channel. Go's {@code case v := <-ch:}.
   *
   * @param ch the channel
   * @param <T> the type of its values
   * @return the case
   */
  public static <T> Case<T> onReceive(ReceiveChan<? extends T> ch) {
    return new ChannelCase<>(ch, (received, ok) -> valueOf(received));
  }

  /**
   * Receives and runs a body; yields null. Go's {@code case <-ch:}.
   *
   * @param ch the channel
   * @param body what to run once received
   * @param <T> the type of the channel's values
   * @param <R> what the select yields
   * @return the case
   */
  public static <T, R> Case<R> onReceive(ReceiveChan<? extends T> ch, Runnable body) {
    return new ChannelCase<>(ch, running(body));
  }

  /**
   * Receives and hands the value to a body; yields null. Go's {@code case v := <-ch:}.
   *
   * @param ch the channel
   * @param body gets the value, null from a closed channel
   * @param <T> the type of the channel's values
   * @param <R> what the select yields
   * @return the case
   */
  public static <T, R> Case<R> onReceive(ReceiveChan<? extends T> ch, Consumer<? super T> body) {
    Objects.requireNonNull(body);
    return new ChannelCase<>(
        ch,
        (received, ok) -> {
          body.accept(Select.<T>valueOf(received));
          return nothing();
        });
  }

  /**
   * Receives and hands to a body the value and whether it was sent; yields null. Go's {@code case
   * v, ok := <-ch:}.
   *
   * @param ch the channel
   * @param body gets the value and true, or null and false from a closed channel
   * @param <T> the type of the channel's values
   * @param <R> what the select yields
   * @return the case
   */
  public static <T, R> Case<R> onReceive(ReceiveChan<? extends T> ch, OkConsumer<? super T> body) {
    Objects.requireNonNull(body);
    return new ChannelCase<>(
        ch,
        (received, ok) -> {
          body.accept(Select.<T>valueOf(received), ok);
          return nothing();
        });
  }

  /**
   * Sends; yields null. Go's {@code case ch <- value:}.
   *
   * @param ch the channel
   * @param value the value
   * @param <T> the type of the value
   * @param <R> what the select yields
   * @return the case
   * @throws NullPointerException if the value is null
   */
  public static <T, R> Case<R> onSend(SendChan<? super T> ch, T value) {
    return new ChannelCase<>(ch, value, (received, ok) -> nothing());
  }

  /**
   * Sends and runs a body; yields null. Go's {@code case ch <- value:}.
   *
   * @param ch the channel
   * @param value the value
   * @param body what to run once sent
   * @param <T> the type of the value
   * @param <R> what the select yields
   * @return the case
   * @throws NullPointerException if the value is null
   */
  public static <T, R> Case<R> onSend(SendChan<? super T> ch, T value, Runnable body) {
    return new ChannelCase<>(ch, value, running(body));
  }

  /**
   * Chosen if nothing else was for a time; yields null. Go's {@code case <-time.After(d):}.
   *
   * @param d how long from the start of the select; without waiting if not positive
   * @param <R> what the select yields
   * @return the case
   */
  public static <R> Case<R> onTimeout(Duration d) {
    return new OtherCase<>(false, Nanos.of(d), (received, ok) -> nothing());
  }

  /**
   * Chosen if nothing else was for a time, and runs a body; yields null. Go's {@code case
   * <-time.After(d):}.
   *
   * @param d how long from the start of the select; without waiting if not positive
   * @param body what to run
   * @param <R> what the select yields
   * @return the case
   */
  public static <R> Case<R> onTimeout(Duration d, Runnable body) {
    return new OtherCase<>(false, Nanos.of(d), running(body));
  }

  /**
   * Chosen if no communication is ready; yields null. Go's {@code default:}.
   *
   * @param <R> what the select yields
   * @return the case
   */
  public static <R> Case<R> onDefault() {
    return new OtherCase<>(true, 0, (received, ok) -> nothing());
  }

  /**
   * Chosen if no communication is ready, and runs a body; yields null. Go's {@code default:}.
   *
   * @param body what to run
   * @param <R> what the select yields
   * @return the case
   */
  public static <R> Case<R> onDefault(Runnable body) {
    return new OtherCase<>(true, 0, running(body));
  }

  private static <R> Body<R> running(Runnable body) {
    Objects.requireNonNull(body);
    return (received, ok) -> {
      body.run();
      return nothing();
    };
  }

  /** The value received, of the channel's type; null from a closed channel, as documented. */
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T valueOf(@Nullable Object received) {
    return (T) received;
  }

  /**
   * What a case yields that yields nothing. The type parameters of a select's result are not
   * declared nullable, for its users' sake; that null comes from some cases is documented.
   */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <R> R nothing() {
    return null;
  }

  /**
   * What a receive hands to its body, Go's {@code v, ok}.
   *
   * @param <T> the type of the value
   */
  @FunctionalInterface
  public interface OkConsumer<T> {

    /**
     * Takes what was received.
     *
     * @param value the value; null if the channel is closed
     * @param ok whether the value was sent
     */
    void accept(T value, boolean ok);
  }

  /**
   * A case of a select.
   *
   * @param <T> what the select yields when this case is chosen
   */
  public sealed interface Case<T> permits ChannelCase, OtherCase {

    /**
     * This case, yielding something made of what it yields now.
     *
     * @param body gets what this case yields: for a receive the value, null from a closed channel;
     *     null for the other cases
     * @param <R> what it makes
     * @return the case
     */
    <R> Case<R> map(Function<? super T, ? extends R> body);

    /**
     * This case, yielding something else, made once it was chosen.
     *
     * @param body makes it
     * @param <R> what it makes
     * @return the case
     */
    <R> Case<R> then(Supplier<? extends R> body);

    /**
     * This case, yielding a given value.
     *
     * @param value what it yields
     * @param <R> its type
     * @return the case
     */
    <R> Case<R> as(R value);
  }

  /** What to run once a case was chosen; makes what the select yields. */
  @FunctionalInterface
  private interface Body<T> {

    /**
     * Runs it.
     *
     * @param received the value; null from a closed channel and if nothing was received
     * @param ok whether it was sent
     */
    T run(@Nullable Object received, boolean ok);

    default <R> Body<R> map(Function<? super T, ? extends R> next) {
      Objects.requireNonNull(next);
      return (received, ok) -> next.apply(run(received, ok));
    }

    default <R> Body<R> then(Supplier<? extends R> next) {
      Objects.requireNonNull(next);
      return (received, ok) -> {
        run(received, ok);
        return next.get();
      };
    }
  }

  private static final class ChannelCase<T> extends SelectOp implements Case<T> {
    final Body<? extends T> body;

    ChannelCase(ReceiveChan<?> ch, Body<? extends T> body) {
      super(ch);
      this.body = body;
    }

    ChannelCase(SendChan<?> ch, Object value, Body<? extends T> body) {
      super(ch, value);
      this.body = body;
    }

    private ChannelCase(SelectOp op, Body<? extends T> body) {
      super(op);
      this.body = body;
    }

    @Override
    public <R> Case<R> map(Function<? super T, ? extends R> next) {
      return new ChannelCase<>(this, body.map(next));
    }

    @Override
    public <R> Case<R> then(Supplier<? extends R> next) {
      return new ChannelCase<>(this, body.then(next));
    }

    @Override
    public <R> Case<R> as(R value) {
      return then(() -> value);
    }
  }

  /** A default or a timeout. */
  private static final class OtherCase<T> extends SelectOp implements Case<T> {
    final boolean isDefault;
    final long nanos;
    final Body<? extends T> body;

    OtherCase(boolean isDefault, long nanos, Body<? extends T> body) {
      super(Chan.nil());
      this.isDefault = isDefault;
      this.nanos = nanos;
      this.body = body;
    }

    @Override
    public <R> Case<R> map(Function<? super T, ? extends R> next) {
      return new OtherCase<>(isDefault, nanos, body.map(next));
    }

    @Override
    public <R> Case<R> then(Supplier<? extends R> next) {
      return new OtherCase<>(isDefault, nanos, body.then(next));
    }

    @Override
    public <R> Case<R> as(R value) {
      return then(() -> value);
    }
  }
}
