package dev.chanlint.conformance;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Contexts. */
public final class ContextCases {

  private static final Duration NEVER = Duration.ofDays(1);

  private ContextCases() {}

  private static void isOpen(Context ctx) {
    Check.equal(null, ctx.err());
    Check.equal(null, ctx.done().tryReceive());
  }

  private static void isDone(Context ctx, String why) {
    Check.equal(null, ctx.done().receive());
    Exception err = ctx.err();
    Check.equal(why, err == null ? null : err.getMessage());
  }

  @Holds("cancelling reaches those below, not those above or beside")
  public static void cancelReachesChildren() {
    CancelContext root = Context.withCancel(Context.background());
    CancelContext left = Context.withCancel(root);
    CancelContext right = Context.withCancel(root);
    Context valued = Context.withValue(left, "key", "value");
    CancelContext below = Context.withTimeout(valued, NEVER);
    left.cancel();
    isDone(left, "context canceled");
    isDone(valued, "context canceled");
    isDone(below, "context canceled");
    isOpen(root);
    isOpen(right);
    root.close();
    isDone(root, "context canceled");
    isDone(right, "context canceled");
  }

  @Holds("cancelling twice, in turn or at once, is nothing more")
  public static void doubleCancel() {
    CancelContext ctx = Context.withCancel(Context.background());
    WaitGroup all = new WaitGroup();
    for (int g = 0; g < 2; g++) {
      all.go(ctx::cancel);
    }
    all.await();
    isDone(ctx, "context canceled");
    Exception first = ctx.err();
    ctx.cancel();
    Check.that(first == ctx.err(), "the reason changed");
  }

  @Holds("a context derived from one that is done is done")
  public static void childOfDone() {
    CancelContext parent = Context.withCancel(Context.background());
    parent.cancel();
    isDone(Context.withCancel(parent), "context canceled");
    isDone(Context.withTimeout(parent, NEVER), "context canceled");
  }

  @Holds("a deadline that passes is the reason; one that has passed counts at once")
  public static void deadlinePasses() {
    CancelContext soon = Context.withTimeout(Context.background(), Duration.ofMillis(1));
    CancelContext below = Context.withCancel(soon);
    isDone(below, "context deadline exceeded");
    isDone(soon, "context deadline exceeded");
    soon.cancel();
    isDone(soon, "context deadline exceeded");
    isDone(Context.withTimeout(Context.background(), Duration.ZERO), "context deadline exceeded");
    isDone(Context.withDeadline(Context.background(), Instant.EPOCH), "context deadline exceeded");
  }

  @Holds("of a parent's deadline and its own the earlier counts")
  public static void earlierDeadline() {
    Instant far = Instant.now().plus(NEVER.multipliedBy(2));
    Instant near = Instant.now().plus(NEVER);
    try (CancelContext parent = Context.withDeadline(Context.background(), near);
        CancelContext child = Context.withDeadline(parent, far);
        CancelContext other = Context.withDeadline(Context.background(), far);
        CancelContext nearer = Context.withDeadline(other, near)) {
      Check.equal(near, parent.deadline());
      Check.equal(near, child.deadline());
      Check.equal(far, other.deadline());
      Check.equal(near, nearer.deadline());
    }
    Check.equal(null, Context.withCancel(Context.background()).deadline());
  }

  @Holds("a value is found from below, the nearest first")
  public static void values() {
    Context a = Context.withValue(Context.background(), "key", 1);
    Context b = Context.withCancel(a);
    Context c = Context.withValue(b, "key", 2);
    Context d = Context.withValue(c, "other", 3);
    checkValue(1, b);
    checkValue(2, d);
    Check.equal(3, d.value("other"));
    Check.equal(null, d.value("missing"));
    checkValue(null, Context.background());
  }

  private static void checkValue(@Nullable Object expected, Context ctx) {
    Check.equal(expected, ctx.value("key"));
  }

  @Holds("the background is never done")
  public static void background() {
    isOpen(Context.background());
    Check.equal(null, Context.background().deadline());
  }

  @Holds("goroutines that watch a context end when it is cancelled; it keeps none itself")
  public static void cancelEndsGoroutines() {
    int before = Go.numGoroutine();
    CancelContext ctx = Context.withCancel(Context.background());
    CancelContext below = Context.withTimeout(ctx, NEVER);
    Check.equal(before, Go.numGoroutine());
    Chan<Integer> work = Chan.make();
    WaitGroup workers = new WaitGroup();
    for (int g = 0; g < Check.scale(10, 2); g++) {
      workers.go(
          () -> {
            boolean more = true;
            while (more) {
              more = select(onReceive(work).as(true), onReceive(below.done()).as(false));
            }
          });
    }
    work.send(1);
    ctx.cancel();
    workers.await();
  }

  @Holds("err is set before done closes")
  public static void errBeforeDone() {
    for (int i = 0; i < Check.scale(500, 1); i++) {
      CancelContext ctx = Context.withCancel(Context.background());
      Go.go(ctx::cancel);
      ctx.done().receive();
      Check.that(ctx.err() != null, "done without a reason");
    }
  }
}
