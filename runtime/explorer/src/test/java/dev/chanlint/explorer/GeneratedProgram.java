package dev.chanlint.explorer;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Workload;
import dev.chanlint.explorer.model.Engine;
import dev.chanlint.explorer.model.Mutex;
import dev.chanlint.explorer.model.RWMutex;
import dev.chanlint.explorer.model.WaitGroup;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Select.Case;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A small concurrent program.
 *
 * @param goroutines what each does
 * @param capacities those of the channels
 */
record GeneratedProgram(List<List<Statement>> goroutines, List<Integer> capacities) {

  /** What a goroutine can do, to one of two objects of each kind. */
  enum Verb {
    SEND,
    RECEIVE,
    TRY_SEND,
    TRY_RECEIVE,
    SELECT_RECEIVE,
    SELECT_BOTH_WAYS,
    SELECT_DEFAULT,
    SELECT_TIMEOUT,
    CLOSE,
    LEN,
    LOCK,
    UNLOCK,
    READ_LOCK,
    WRITE_LOCK,
    DONE,
    AWAIT,
    READ,
    WRITE,
    COMPARE_AND_SET,
    SLEEP,
    CHOOSE,
    YIELD,
    TRY_LOCK,
    READ_UNLOCK,
    ADD,
    SPAWN
  }

  record Statement(Verb verb, int object) {}

  /** Programs of two goroutines or more, each with a statement or more, up to so many of each. */
  static Arbitrary<GeneratedProgram> upTo(int goroutines, int statements) {
    return upTo(goroutines, statements, Verb.values());
  }

  /** Such programs that do nothing but this. */
  static Arbitrary<GeneratedProgram> upTo(int goroutines, int statements, Verb... verbs) {
    Arbitrary<Statement> statement =
        Combinators.combine(Arbitraries.of(verbs), Arbitraries.integers().between(0, 1))
            .as(Statement::new);
    Arbitrary<List<List<Statement>>> bodies =
        statement
            .list()
            .ofMinSize(1)
            .ofMaxSize(statements)
            .list()
            .ofMinSize(2)
            .ofMaxSize(goroutines);
    Arbitrary<List<Integer>> capacities = Arbitraries.integers().between(0, 2).list().ofSize(2);
    return Combinators.combine(bodies, capacities).as(GeneratedProgram::new);
  }

  /** A program being run: what each goroutine has seen. */
  static final class Run implements Workload {

    private final GeneratedProgram source;
    private List<List<String>> logs = List.of();
    private List<Chan<Integer>> channels = List.of();
    private List<Mutex> mutexes = List.of();
    private List<RWMutex> rwMutexes = List.of();
    private List<WaitGroup> waitGroups = List.of();
    private final int[] variables = new int[2];

    /** What each goroutine has seen, as a text. */
    String seen() {
      return logs.toString();
    }

    Run(GeneratedProgram source) {
      this.source = source;
    }

    @Override
    public void reset() {
      logs = new ArrayList<>();
      variables[0] = 0;
      variables[1] = 0;
    }

    @Override
    public boolean isProgram() {
      return false;
    }

    @Override
    public void run() {
      channels = source.capacities.stream().map(Engine::<Integer>channel).toList();
      mutexes = List.of(new Mutex(), new Mutex());
      rwMutexes = List.of(new RWMutex(), new RWMutex());
      waitGroups = List.of(new WaitGroup(), new WaitGroup());
      waitGroups.forEach(wg -> wg.add(1));
      for (List<Statement> statements : source.goroutines) {
        List<String> log = new ArrayList<>();
        int number = logs.size();
        logs.add(log);
        Engine.go(null, () -> statements.forEach(s -> log.add(perform(s, number))));
      }
    }

    private String perform(Statement statement, int value) {
      Chan<Integer> channel = channels.get(statement.object);
      Chan<Integer> other = channels.get(1 - statement.object);
      return switch (statement.verb) {
        case SEND -> said(() -> channel.send(value));
        case RECEIVE -> "" + channel.receive();
        case TRY_SEND -> "" + channel.trySend(value);
        case TRY_RECEIVE -> "" + channel.tryReceive();
        case SELECT_RECEIVE -> select(false, onReceive(channel), onReceive(other));
        case SELECT_BOTH_WAYS -> select(false, onSend(channel, value), onReceive(other));
        case SELECT_DEFAULT -> select(true, onReceive(channel), onSend(other, value));
        case SELECT_TIMEOUT ->
            "" + Engine.select(new Case<?>[] {onReceive(channel)}, false, 1_000_000);
        case CLOSE -> said(channel::close);
        case LEN -> "" + channel.len();
        case LOCK -> said(mutexes.get(statement.object)::lock);
        case UNLOCK -> said(mutexes.get(statement.object)::unlock);
        case READ_LOCK -> said(rwMutexes.get(statement.object)::rLock);
        case WRITE_LOCK -> said(rwMutexes.get(statement.object)::lock);
        case DONE -> said(waitGroups.get(statement.object)::done);
        case AWAIT -> said(waitGroups.get(statement.object)::await);
        case READ -> read(statement.object);
        case WRITE -> write(statement.object, value + 1);
        case COMPARE_AND_SET -> compareAndSet(statement.object, value + 1);
        case SLEEP -> said(() -> Engine.sleep(1_000_000));
        case CHOOSE -> "" + Execution.require().choose("choice", 2);
        case YIELD -> said(Engine::gosched);
        case TRY_LOCK -> "" + mutexes.get(statement.object).tryLock();
        case READ_UNLOCK -> said(rwMutexes.get(statement.object)::rUnlock);
        case ADD -> said(() -> waitGroups.get(statement.object).add(1));
        case SPAWN -> spawn(statement.object, value + 5);
      };
    }

    /** Starts a goroutine, which writes a variable with a new lock held; looks under that lock. */
    private String spawn(int index, int value) {
      Mutex own = new Mutex();
      Engine.go(
          null,
          () -> {
            own.lock();
            write(index, value);
            own.unlock();
          });
      own.lock();
      String seen = read(1 - index);
      own.unlock();
      return seen;
    }

    private static String said(Runnable action) {
      action.run();
      return "done";
    }

    private static String select(boolean hasDefault, Case<?>... cases) {
      return Engine.select(cases, hasDefault, Engine.NO_TIMEOUT).toString();
    }

    private SharedVariable variable(int index) {
      return SharedVariable.of(this, index, () -> variables[index]);
    }

    private String read(int index) {
      variable(index).read();
      return "" + variables[index];
    }

    private String write(int index, int value) {
      variable(index).write();
      variables[index] = value;
      return "done";
    }

    private String compareAndSet(int index, int value) {
      variable(index).compareAndSet(0);
      if (variables[index] != 0) {
        return "lost";
      }
      variables[index] = value;
      return "won";
    }
  }
}
