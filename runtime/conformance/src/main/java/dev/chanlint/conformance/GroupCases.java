package dev.chanlint.conformance;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.GoPool;
import dev.chanlint.runtime.Unit;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Groups and pools of goroutines. */
public final class GroupCases {

  private GroupCases() {}

  @Holds("await waits for all and reports nothing if nothing was thrown")
  public static void awaitsAll() throws Exception {
    ErrGroup group = new ErrGroup();
    AtomicInteger count = new AtomicInteger();
    for (int i = 0; i < Check.scale(100, 2); i++) {
      group.go(count::incrementAndGet);
    }
    group.await();
    Check.equal(Check.scale(100, 2), count.get());
    group.await();
  }

  @Holds("the first exception is reported, and cancels the context")
  public static void firstErrorWinsAndCancels() {
    CancelContext ctx = Context.withCancel(Context.background());
    ErrGroup group = new ErrGroup(ctx);
    group.go(
        () -> {
          throw new IOException("first");
        });
    group.go(
        () -> {
          ctx.done().receive();
          throw new IOException("second");
        });
    Check.fails(IOException.class, "first", group::await);
    Check.that(ctx.err() != null, "the context was not cancelled");
    Check.fails(IOException.class, "first", group::await);
  }

  @Holds("the context is cancelled when await returns")
  public static void awaitCancels() throws Exception {
    CancelContext ctx = Context.withCancel(Context.background());
    ErrGroup group = new ErrGroup(ctx);
    group.go(() -> Check.equal(null, ctx.err()));
    group.await();
    Check.that(ctx.err() != null, "the context was not cancelled");
  }

  @Holds("at the limit go blocks and tryGo declines")
  public static void limit() throws Exception {
    int limit = 2;
    ErrGroup group = new ErrGroup();
    group.setLimit(limit);
    AtomicInteger running = new AtomicInteger();
    for (int i = 0; i < Check.scale(200, 3); i++) {
      group.go(
          () -> {
            Check.that(running.incrementAndGet() <= limit, "above the limit");
            Go.gosched();
            running.decrementAndGet();
          });
    }
    group.await();
    Chan<Unit> release = Chan.make();
    ErrGroup one = new ErrGroup();
    one.setLimit(1);
    Check.that(one.tryGo(release::receive), "declined below the limit");
    Check.that(!one.tryGo(release::receive), "taken at the limit");
    Check.fails(
        IllegalStateException.class,
        "errgroup: modify limit while 1 goroutines in the group are still active",
        () -> one.setLimit(2));
    release.close();
    one.await();
    one.setLimit(0);
    Check.that(!one.tryGo(() -> {}), "taken where none is allowed");
    one.setLimit(-1);
    one.go(() -> {});
    one.await();
  }

  @Holds("a pool runs all tasks, never more at once than its size, and close waits for them")
  public static void pool() {
    int size = Check.scale(4, 1);
    int tasks = Check.scale(200, 2);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger ran = new AtomicInteger();
    GoPool pool = new GoPool(size);
    try (pool) {
      for (int i = 0; i < tasks; i++) {
        pool.submit(
            () -> {
              Check.that(running.incrementAndGet() <= size, "too many at once");
              Go.gosched();
              running.decrementAndGet();
              ran.incrementAndGet();
            });
      }
    }
    Check.equal(tasks, ran.get());
    pool.close();
    Check.fails(
        IllegalStateException.class, "submit to a closed GoPool", () -> pool.submit(() -> {}));
  }

  @Holds("a pool has at least one place")
  public static void poolSize() {
    Check.fails(IllegalArgumentException.class, "pool size below 1: 0", () -> new GoPool(0));
  }
}
