package user;

import static dev.chanlint.runtime.Go.go;
import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ChannelClosedException;
import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.DeadlockError;
import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.GoPool;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.GoroutinePanic;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Once;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Received;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.Task;
import dev.chanlint.runtime.Ticker;
import dev.chanlint.runtime.Time;
import dev.chanlint.runtime.Timer;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Uses each signature of the public contract once, with the types that it promises. */
final class Contract {

  private Contract() {}

  static void goroutines() {
    Task task = () -> Thread.sleep(1); // may throw what it likes
    go(task);
    go("name", task);
    go(Contract::goroutines);
    Go.run(task);
    Go.gosched();
    Go.sleep(Duration.ofMillis(1));
    int goroutines = Go.numGoroutine();
    int procs = Go.maxProcs();
    int previous = Go.maxProcs(procs + goroutines);
    String dump = Go.dump() + previous;
    RuntimeException interrupted = new GoroutineInterruptedException(dump);
    throw interrupted;
  }

  static void ends(DeadlockError deadlock, GoroutinePanic panic) {
    String report = deadlock.getMessage() + panic.getMessage() + panic.getCause();
    IllegalStateException closed = new ChannelClosedException(report);
    throw closed;
  }

  static <T> int sendHalf(SendChan<T> ch, T value) {
    AutoCloseable closeable = ch;
    ch.send(value);
    boolean sent = ch.trySend(value);
    ch.close();
    return sent && closeable == ch ? ch.len() : ch.cap();
  }

  static <T> int receiveHalf(ReceiveChan<T> ch, T whenClosed) {
    T received = ch.receive();
    T value = ch.receiveOr(whenClosed);
    Received<T> both = ch.receiveOk();
    Received<T> maybe = ch.tryReceive();
    Iterable<T> range = ch;
    for (T each : range) {
      if (each.equals(received) || each.equals(value) || each.equals(both.value())) {
        return ch.len();
      }
    }
    return maybe == null || new Received<>(value, both.ok()).ok() ? ch.cap() : 0;
  }

  static void channels() {
    Chan<String> unbuffered = Chan.make();
    Chan<Unit> buffered = Chan.make(3);
    Chan<Integer> nil = Chan.nil();
    SendChan<String> in = unbuffered;
    ReceiveChan<String> out = unbuffered;
    in.send(String.valueOf(out.receive()));
    try (buffered) {
      buffered.send(Unit.UNIT);
    }
    nil.receive();
  }

  static void cases(ReceiveChan<String> in, SendChan<Object> out, Runnable run, Duration d) {
    Consumer<CharSequence> take = text -> {};
    Select.OkConsumer<CharSequence> takeBoth = (text, ok) -> {};
    Select.Case<String> receive = onReceive(in);
    Select.Case<CharSequence> wider = onReceive(in);
    Select.Case<Integer> receiveAndRun = onReceive(in, run);
    Select.Case<Integer> receiveAndTake = onReceive(in, take);
    Select.Case<Integer> receiveAndTakeBoth = onReceive(in, takeBoth);
    Select.Case<Integer> send = onSend(out, "value");
    Select.Case<Integer> sendAndRun = onSend(out, "value", run);
    Select.Case<Integer> timeout = onTimeout(d);
    Select.Case<Integer> timeoutAndRun = onTimeout(d, run);
    Select.Case<Integer> byDefault = onDefault();
    Select.Case<Integer> byDefaultAndRun = onDefault(run);
    Function<Object, Integer> hash = Object::hashCode;
    Supplier<Integer> one = () -> 1;
    Select.Case<Number> mapped = receive.map(hash);
    Select.Case<Number> then = wider.then(one);
    Select.Case<Number> as = wider.as(2);
    Number chosen =
        select(
            receiveAndRun,
            receiveAndTake,
            receiveAndTakeBoth,
            send,
            sendAndRun,
            timeout,
            timeoutAndRun,
            byDefault,
            byDefaultAndRun,
            mapped,
            then,
            as);
    select(onReceive(in, text -> log(text)), onReceive(in, (text, ok) -> log(text + ok)));
    log(String.valueOf(chosen));
    select();
  }

  static void log(String text) {
    System.out.println(text);
  }

  /** The two examples that the contract gives. */
  static boolean examples(Chan<String> jobs, Chan<Unit> quit, Chan<String> out, Context ctx) {
    boolean more =
        select(
            onReceive(jobs)
                .map(
                    job -> {
                      log(job);
                      return true;
                    }),
            onReceive(quit).as(false));
    select(
        onSend(out, "v"),
        onReceive(ctx.done(), () -> log("stopped")),
        onTimeout(Duration.ofSeconds(1), Contract::channels));
    return more;
  }

  static void sync(Task task) throws Exception {
    WaitGroup group = new WaitGroup();
    group.add(1);
    group.done();
    group.go(task);
    group.await();
    Mutex mutex = new Mutex();
    Lock lock = mutex;
    lock.lock();
    mutex.unlock();
    RWMutex rw = new RWMutex();
    ReadWriteLock both = rw;
    rw.lock();
    rw.unlock();
    rw.rLock();
    rw.rUnlock();
    boolean locked = rw.tryLock() || rw.tryRLock();
    Cond cond = new Cond(locked ? both.readLock() : lock);
    cond.signal();
    cond.broadcast();
    cond.await();
    new Once().run(() -> log("once"));
    CancelContext ctx = Context.withCancel(Context.background());
    ErrGroup errors = locked ? new ErrGroup() : new ErrGroup(ctx);
    errors.setLimit(2);
    errors.go(task);
    errors.await();
    try (GoPool pool = new GoPool(2)) {
      pool.submit(task);
    }
  }

  static Instant contexts() {
    Context root = Context.background();
    try (CancelContext cancel = Context.withCancel(root);
        CancelContext timeout = Context.withTimeout(cancel, Duration.ofSeconds(1));
        CancelContext deadline = Context.withDeadline(timeout, Instant.MAX)) {
      Context valued = Context.withValue(deadline, "key", 1);
      ReceiveChan<Unit> done = valued.done();
      Exception err = valued.err();
      Object value = valued.value("key");
      cancel.cancel();
      log(value + " " + err + done.receive());
      return valued.deadline();
    }
  }

  static boolean times(Task task) {
    Duration d = Duration.ofMillis(1);
    ReceiveChan<Instant> after = Time.after(d);
    ReceiveChan<Instant> tick = Time.tick(d);
    Timer func = Time.afterFunc(d, task);
    Timer timer = new Timer(d);
    ReceiveChan<Instant> fired = timer.channel();
    try (Ticker ticker = new Ticker(d)) {
      ticker.stop();
      ticker.reset(d);
      ReceiveChan<Instant> ticks = ticker.channel();
      return select(
          onReceive(after).as(func.stop()),
          onReceive(tick).as(timer.stop()),
          onReceive(fired).as(timer.reset(d)),
          onReceive(ticks).as(true));
    }
  }
}
