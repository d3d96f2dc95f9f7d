package dev.chanlint.explorer;

import dev.chanlint.explorer.hook.Threads;
import dev.chanlint.explorer.model.Alarm;
import dev.chanlint.explorer.model.Cancellation;
import dev.chanlint.explorer.model.Cond;
import dev.chanlint.explorer.model.Engine;
import dev.chanlint.explorer.model.Mutex;
import dev.chanlint.explorer.model.RWMutex;
import dev.chanlint.explorer.model.WaitGroup;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Conditions, cancellation, timers and interrupts of Go's blocking calls: the reduced search finds
 * what running all interleavings finds.
 */
class GeneratedWaitsTest {

  /** What a goroutine can do. */
  enum Verb {
    LOCK,
    UNLOCK,
    AWAIT,
    SIGNAL,
    BROADCAST,
    CANCEL_PARENT,
    CANCEL_CHILD,
    AWAIT_CHILD,
    LOOK_AT_CHILD,
    SELECT_CHILD_OR_RECEIVE,
    STOP_ALARM,
    SET_ALARM,
    RECEIVE_TIME,
    STOP_ACTION,
    SEND,
    RECEIVE,
    CLOSE,
    SLEEP,
    READ_LOCK,
    WRITE_LOCK,
    AWAIT_GROUP,
    DONE,
    INTERRUPT_ANOTHER,
    READ,
    WRITE
  }

  @Provide
  Arbitrary<List<List<Verb>>> programs() {
    return Completeness.programs(Verb.class, 2, 3);
  }

  @Property(tries = 30, seed = "2026", shrinking = ShrinkingMode.FULL)
  void sampleIsComplete(@ForAll("programs") List<List<Verb>> program) {
    Completeness.assertComplete(new Run(program));
  }

  @Tag("sweep")
  @Property(tries = 10_000, shrinking = ShrinkingMode.FULL)
  void isComplete(@ForAll("programs") List<List<Verb>> program) {
    Completeness.assertComplete(new Run(program));
  }

  /** A program being run: what each goroutine has seen. */
  private static final class Run extends Completeness.Program {

    private static final long MILLISECOND = 1_000_000;

    private final List<List<Verb>> source;

    Run(List<List<Verb>> source) {
      this.source = source;
    }

    @Override
    public boolean isStep(Late what) {
      return true;
    }

    @Override
    public void run() {
      Objects objects = new Objects(() -> write(9));
      for (List<Verb> verbs : source) {
        List<Object> log = newLog();
        int number = objects.threads.size();
        objects.threads.add(
            new Thread(() -> verbs.forEach(verb -> log.add(perform(verb, objects, number)))));
      }
      objects.threads.forEach(Threads::start);
    }

    private Object perform(Verb verb, Objects objects, int number) {
      try {
        return switch (verb) {
          case READ -> read();
          case WRITE -> said(() -> write(number + 1));
          case INTERRUPT_ANOTHER ->
              said(
                  () ->
                      Threads.interrupt(
                          objects.threads.get((number + 1) % objects.threads.size())));
          case LOCK -> said(objects.mutex::lock);
          case UNLOCK -> said(objects.mutex::unlock);
          case AWAIT -> said(objects.cond::await);
          case SIGNAL -> said(objects.cond::signal);
          case BROADCAST -> said(objects.cond::broadcast);
          case CANCEL_PARENT -> said(() -> objects.parent.cancel(new CancellationException()));
          case CANCEL_CHILD -> said(() -> objects.child.cancel(new CancellationException()));
          case AWAIT_CHILD -> String.valueOf(objects.child.done().receive());
          case LOOK_AT_CHILD -> objects.child.cause() == null ? "open" : "cancelled";
          case SELECT_CHILD_OR_RECEIVE ->
              Engine.select(
                      new Select.Case<?>[] {
                        Select.onReceive(objects.child.done()), Select.onReceive(objects.channel)
                      },
                      false,
                      Engine.NO_TIMEOUT)
                  .toString();
          case STOP_ALARM -> objects.alarm.stop();
          case SET_ALARM -> objects.alarm.reset(MILLISECOND, 0);
          case RECEIVE_TIME -> said(() -> objects.alarm.channel().receive());
          case STOP_ACTION -> objects.action.stop();
          case SEND -> said(() -> objects.channel.send(number));
          case RECEIVE -> String.valueOf(objects.channel.receive());
          case CLOSE -> said(objects.channel::close);
          case SLEEP -> said(() -> Engine.sleep(MILLISECOND));
          case READ_LOCK -> said(objects.rwMutex::rLock);
          case WRITE_LOCK -> said(objects.rwMutex::lock);
          case AWAIT_GROUP -> said(objects.group::await);
          case DONE -> said(objects.group::done);
        };
      } catch (GoroutineInterruptedException e) {
        return "interrupted";
      }
    }

    private static String said(Runnable action) {
      action.run();
      return "done";
    }
  }

  /** What the goroutines use. */
  private static final class Objects {

    private final List<Thread> threads = new ArrayList<>();
    private final Mutex mutex = new Mutex();
    private final Cond cond = new Cond(mutex);
    private final RWMutex rwMutex = new RWMutex();
    private final WaitGroup group = new WaitGroup();
    private final Chan<Integer> channel = Engine.channel(1);
    private final Cancellation parent = new Cancellation(null);
    private final Cancellation child = new Cancellation(parent);
    private final Alarm alarm = new Alarm(2 * Run.MILLISECOND, 0, null);
    private final Alarm action;

    Objects(Runnable body) {
      group.add(1);
      action = new Alarm(2 * Run.MILLISECOND, 0, body::run);
    }
  }
}
