package dev.chanlint.conformance.differential;

import dev.chanlint.conformance.differential.Statement.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes programs at random: a few goroutines, over which motifs of how goroutines work together are
 * spread, and now and then something that goes wrong. Motifs share objects, so that they meet.
 */
final class Generator {

  private static final int MOST_GOROUTINES = 4;
  private static final int MOST_MOTIFS = 3;
  private static final int MOST_CHANNELS = 3;
  private static final int LARGEST_CAPACITY = 3;
  private static final int LONGEST_MICROS = 200;

  /** How many locks and the like are shared out among the motifs. */
  private static final int SHARED = 2;

  /** The wait group that main joins the others by. */
  private static final int JOIN = 0;

  /** Another one, to count down. */
  private static final int COUNTED = 1;

  /**
   * One that nobody waits for: in Go, who waits and is woken just before the count falls below zero
   * may be the first to panic, of a reuse.
   */
  private static final int UNCOUNTED = 2;

  /**
   * The mutex that no one unlocks who has not locked it, or the variable that it guards would be
   * raced for; nor is it tried while another dies of that, which in Go fails.
   */
  private static final int GUARD = 2;

  private final Random random;
  private final List<Integer> channels;
  private final List<Integer> contexts;
  private final List<List<Statement>> goroutines;
  private final List<Statement> counts = new ArrayList<>();
  private int lastValue;

  private final List<Runnable> motifs =
      List.of(
          this::transfer,
          this::transfer,
          this::produce,
          this::produce,
          this::select,
          this::select,
          this::tryBoth,
          this::increment,
          this::lockInOrder,
          this::tryLock,
          this::readAndWrite,
          this::once,
          this::awaitFlag,
          this::signal,
          this::countDown,
          this::context,
          this::timeout);

  private final List<Supplier<Statement>> troubles =
      List.of(
          () -> new Statement.Close(channel()),
          () -> new Statement.Close(channel()),
          () -> new Statement.Send(channel(), value()),
          () -> new Statement.Receive(channel()),
          () -> new Statement.Done(UNCOUNTED),
          () -> new Statement.Unlock(object()),
          () -> new Statement.ReadUnlock(object()),
          () -> new Statement.WriteUnlock(object()),
          () -> new Statement.Lock(object()),
          () -> new Statement.ReadLock(object()),
          () -> new Statement.WriteLock(object()),
          () -> new Statement.Select(List.of(), false),
          () -> new Statement.Panic("trouble" + value()),
          () -> new Statement.RunOnce(object(), new Statement.Receive(channel())));

  private Generator(long seed) {
    random = new Random(seed);
    channels =
        list(
            1 + random.nextInt(MOST_CHANNELS),
            () -> oneIn(12) ? Source.NIL : random.nextInt(1 + LARGEST_CAPACITY));
    contexts = list(1, () -> oneIn(2) ? Source.NEVER : micros());
    goroutines = list(2 + random.nextInt(MOST_GOROUTINES - 1), ArrayList::new);
  }

  /** Makes the program of a seed. */
  static Source program(long seed) {
    Generator generator = new Generator(seed);
    generator.fill();
    return new Source(seed, generator.channels, generator.contexts, generator.goroutines);
  }

  private void fill() {
    int count = 1 + random.nextInt(MOST_MOTIFS);
    for (int i = 0; i < count; i++) {
      any(motifs).run();
    }
    if (oneIn(3)) {
      insert(goroutine(), any(troubles).get());
    }
    if (oneIn(4)) {
      insert(goroutine(), oneIn(2) ? new Statement.Yield() : new Statement.Sleep(micros()));
    }
    if (!oneIn(3)) {
      join();
    }
    spawn();
  }

  // --- Motifs ---

  /** As many receives as sends, or one more or less. */
  private void transfer() {
    int channel = channel();
    List<Statement> from = goroutine();
    int sends = 1 + random.nextInt(2);
    if (oneIn(3)) {
      from.add(new Statement.Repeat(2, List.of(new Statement.Send(channel, value()))));
      sends = 2;
    } else {
      from.addAll(list(sends, () -> new Statement.Send(channel, value())));
    }
    List<Statement> to = another(from);
    to.addAll(list(oneIn(5) ? sends + 1 : sends, () -> receive(channel)));
  }

  private Statement receive(int channel) {
    return oneIn(3) ? new Statement.ReceiveOk(channel) : new Statement.Receive(channel);
  }

  /** Values and a close, and one or two who take them until then. */
  private void produce() {
    int channel = channel();
    List<Statement> from = goroutine();
    from.addAll(list(1 + random.nextInt(2), () -> new Statement.Send(channel, value())));
    if (!oneIn(6)) {
      from.add(new Statement.Close(channel));
    }
    another(from).add(new Statement.Range(channel));
    if (oneIn(4)) {
      another(from).add(oneIn(2) ? new Statement.Length(channel) : receive(channel));
    }
  }

  /** A select, and some of what it waits for. */
  private void select() {
    List<Statement> chooser = goroutine();
    List<Clause> clauses = list(2 + random.nextInt(2), this::clause);
    Statement.Select select = new Statement.Select(clauses, oneIn(4));
    chooser.add(oneIn(4) ? new Statement.Repeat(2, List.of(select)) : select);
    for (Clause clause : clauses) {
      if (!oneIn(3)) {
        another(chooser).add(partner(clause));
      }
    }
  }

  private Clause clause() {
    return switch (random.nextInt(8)) {
      case 0 -> new Clause.Ends(0);
      case 1, 2, 3 -> new Clause.Sends(channel(), value());
      default -> new Clause.Receives(channel());
    };
  }

  private Statement partner(Clause clause) {
    return switch (clause) {
      case Clause.Sends(int channel, int value) ->
          oneIn(4)
              ? new Statement.Select(
                  List.of(new Clause.Receives(channel), new Clause.Receives(channel())), false)
              : receive(channel);
      case Clause.Receives(int channel) ->
          oneIn(5) ? new Statement.Close(channel) : new Statement.Send(channel, value());
      case Clause.Ends(int context) -> new Statement.Cancel(context);
      case Clause.After(int micros) -> new Statement.Sleep(micros);
    };
  }

  private void tryBoth() {
    int channel = channel();
    List<Statement> one = goroutine();
    one.add(new Statement.TrySend(channel, value()));
    List<Statement> other = another(one);
    other.add(new Statement.TryReceive(channel));
    if (oneIn(2)) {
      another(other).add(new Statement.Send(channel, value()));
    }
    if (oneIn(2)) {
      another(one).add(receive(channel));
    }
  }

  private void increment() {
    everyOneOfSome(() -> new Statement.Increment(GUARD));
  }

  /** Two mutexes, in the same order or not. */
  private void lockInOrder() {
    int first = object();
    List<Statement> one = goroutine();
    addLocked(one, first);
    addLocked(another(one), oneIn(2) ? first : 1 - first);
  }

  private static void addLocked(List<Statement> to, int outer) {
    to.add(new Statement.Lock(outer));
    to.add(new Statement.Lock(1 - outer));
    to.add(new Statement.Unlock(1 - outer));
    to.add(new Statement.Unlock(outer));
  }

  private void tryLock() {
    List<Statement> one = goroutine();
    one.add(new Statement.Lock(GUARD));
    one.add(new Statement.Unlock(GUARD));
    another(one).add(new Statement.TryLock(GUARD));
  }

  private void readAndWrite() {
    int lock = object();
    List<Statement> writer = goroutine();
    writer.add(new Statement.WriteLock(lock));
    if (oneIn(2)) {
      writer.add(new Statement.TrySend(channel(), value()));
    }
    writer.add(new Statement.WriteUnlock(lock));
    List<Statement> reader = another(writer);
    reader.add(new Statement.ReadLock(lock));
    if (oneIn(2)) {
      reader.add(oneIn(3) ? new Statement.ReadLock(lock) : receive(channel()));
    }
    reader.add(new Statement.ReadUnlock(lock));
  }

  private void once() {
    int once = object();
    everyOneOfSome(() -> new Statement.RunOnce(once, new Statement.TrySend(channel(), value())));
  }

  private void awaitFlag() {
    int condition = object();
    List<Statement> waiter = goroutine();
    waiter.add(new Statement.AwaitFlag(condition));
    another(waiter).add(new Statement.RaiseFlag(condition, oneIn(2)));
    if (oneIn(3)) {
      another(waiter).add(new Statement.AwaitFlag(condition));
    }
  }

  private void signal() {
    int condition = object();
    List<Statement> waiter = goroutine();
    waiter.add(new Statement.AwaitSignal(condition));
    another(waiter).add(new Statement.Signal(condition, oneIn(2)));
    if (oneIn(2)) {
      another(waiter).add(new Statement.AwaitSignal(condition));
    }
  }

  private void countDown() {
    int count = 1 + random.nextInt(2);
    counts.add(new Statement.Add(COUNTED, count));
    List<Statement> waiter = goroutine();
    waiter.add(new Statement.Await(COUNTED));
    for (int i = oneIn(4) ? 1 : 0; i < count; i++) {
      another(waiter).add(new Statement.Done(COUNTED));
    }
  }

  private void context() {
    List<Statement> waiter = goroutine();
    waiter.add(oneIn(3) ? new Statement.ContextError(0) : new Statement.AwaitContext(0));
    another(waiter).add(oneIn(3) ? new Statement.ContextError(0) : new Statement.Cancel(0));
  }

  private void timeout() {
    List<Statement> waiter = goroutine();
    int channel = channel();
    waiter.add(
        new Statement.Select(
            List.of(new Clause.Receives(channel), new Clause.After(micros())), false));
    another(waiter).add(new Statement.TrySend(channel, value()));
  }

  // --- How goroutines begin and end ---

  /** Main waits for the others, by a wait group. */
  private void join() {
    counts.add(new Statement.Add(JOIN, others().size()));
    others().forEach(other -> other.add(new Statement.Done(JOIN)));
    main().add(new Statement.Await(JOIN));
  }

  /**
   * Main starts the others, or one starts the next. What a wait group is to wait for is added
   * before: an add to zero that races with a wait is a mistake, and no outcome of it is certain.
   */
  private void spawn() {
    boolean chained = oneIn(4);
    for (int i = goroutines.size() - 1; i > 0; i--) {
      List<Statement> parent = chained ? goroutines.get(i - 1) : main();
      parent.addFirst(new Statement.Spawn(i));
    }
    main().addAll(0, counts);
  }

  // --- Choices ---

  private List<Statement> main() {
    return goroutines.getFirst();
  }

  private List<List<Statement>> others() {
    return goroutines.subList(1, goroutines.size());
  }

  private List<Statement> goroutine() {
    return any(goroutines);
  }

  private List<Statement> another(List<Statement> than) {
    List<Statement> other = goroutine();
    return other == than ? another(than) : other;
  }

  private void everyOneOfSome(Supplier<Statement> statement) {
    int count = 2 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      goroutine().add(statement.get());
    }
  }

  private void insert(List<Statement> into, Statement statement) {
    into.add(random.nextInt(into.size() + 1), statement);
  }

  private int channel() {
    return random.nextInt(channels.size());
  }

  private int object() {
    return random.nextInt(SHARED);
  }

  /** Never 0, which stands for the value from a closed channel. */
  private int value() {
    return ++lastValue;
  }

  private int micros() {
    return 1 + random.nextInt(LONGEST_MICROS);
  }

  private boolean oneIn(int number) {
    return random.nextInt(number) == 0;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static <T> List<T> list(int size, Supplier<? extends T> element) {
    return new ArrayList<>(Stream.<T>generate(element).limit(size).toList());
  }
}
