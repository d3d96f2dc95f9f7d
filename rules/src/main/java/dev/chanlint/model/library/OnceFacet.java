package dev.chanlint.model.library;

import dev.chanlint.model.machine.Clock;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Value;
import org.jspecify.annotations.Nullable;

/** The runtime's {@code Once}: those who come while it runs wait for its end. */
public final class OnceFacet implements Facet {

  private @Nullable Goroutine runner;
  private boolean done;
  private final Clock ended = new Clock();

  OnceFacet() {}

  /**
   * Who runs it.
   *
   * @return the first to come, null before
   */
  public @Nullable Goroutine runner() {
    return runner;
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return name.equals("run") ? call -> call.perform(new Run(call, this)) : null;
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(runner);
    sink.add(done ? 1 : 0);
  }

  /** One call of {@code run}. */
  private static final class Run extends Pending {
    private final Invocation call;
    private final OnceFacet once;

    Run(Invocation call, OnceFacet once) {
      super(Operation.ONCE, call.self(), call.at());
      this.call = call;
      this.once = once;
    }

    @Override
    public boolean isReady() {
      return once.done || once.runner == null;
    }

    @Override
    public void perform() {
      if (once.done) {
        call.goroutine().clock().join(once.ended);
        call.done();
        return;
      }
      once.runner = call.goroutine();
      call.machine()
          .callBack(
              call.goroutine(),
              "once",
              call.argument(0),
              java.util.List.of(),
              v -> end(Value.NULL),
              e -> {
                finish();
                call.machine().raise(call.goroutine(), e);
              },
              call.at());
    }

    private void end(Value result) {
      finish();
      call.give(result);
    }

    private void finish() {
      once.done = true;
      once.ended.join(call.goroutine().clock());
      call.goroutine().clock().tick(call.goroutine().number());
      call.machine().note(call.goroutine(), Operation.DONE, call.self(), call.at());
    }

    @Override
    public void force() {
      call.done();
    }
  }
}
