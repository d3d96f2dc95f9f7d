package dev.chanlint.explorer;

import dev.chanlint.explorer.engine.Body;
import dev.chanlint.explorer.engine.Workload;
import dev.chanlint.explorer.model.Engine;
import dev.chanlint.runtime.Task;
import java.time.Duration;

/** Code written straight on the models, run without instrumentation. */
record Code(Body body, boolean isProgram) implements Workload {

  static Code test(Body body) {
    return new Code(body, false);
  }

  static Code program(Body body) {
    return new Code(body, true);
  }

  @Override
  public void reset() {}

  @Override
  public void run() throws Throwable {
    body.run();
  }

  @Override
  public boolean isUnderTest(String className) {
    return Workload.super.isUnderTest(className) && !className.equals(Code.class.getName());
  }

  Exploration explore(Strategy strategy) {
    return Explorer.builder()
        .strategy(strategy)
        .maxExecutions(1_000_000)
        .maxDuration(Duration.ofMinutes(5))
        .build()
        .explore(this);
  }

  static void go(Task body) {
    Engine.go(null, body);
  }
}
