package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@code ExecutorCompletionService}: the futures of an executor's tasks, as these end. */
final class Completions implements Facet {

  static final String TYPE = "java.util.concurrent.ExecutorCompletionService";

  private final Channel ended = new Channel(Value.of(Integer.MAX_VALUE), false);
  private final WaitingQueue queue = new WaitingQueue(ended);
  private Value executor = Value.NULL;

  void construct(Invocation call) {
    executor = call.argument(0);
    call.done();
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "submit" -> this::submit;
      case "take", "poll" -> queue.method(name, arity);
      default -> null;
    };
  }

  /** Of the tasks of an executor that is not known it is not known when they end. */
  private void submit(Invocation call) {
    if (!(executor instanceof Thing thing) || !(thing.facet() instanceof Pool pool)) {
      call.machine().synchronizeWithUnknown();
      call.machine().escape(call.self());
      call.machine().escape(call.argument(0));
      call.giveUnknown();
      return;
    }
    pool.unlessClosed(accepted -> submit(accepted, thing, pool)).perform(call);
  }

  private void submit(Invocation call, Thing on, Pool pool) {
    Future future = new Future();
    Thing result = Future.make(call, future);
    future.onEnd(
        call.goroutine(),
        (by, then) -> {
          call.machine().note(by, Operation.SEND, call.self(), call.at());
          ended.send(by, result);
          then.run();
        },
        () -> {
          pool.enqueue(call.on(on), result, future);
          call.give(result);
        });
  }

  @Override
  public Collection<Value> contents() {
    return List.copyOf(ended.contents());
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(executor);
    ended.fingerprint(sink);
  }
}
