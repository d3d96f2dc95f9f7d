package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Thing;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Thread.ofVirtual()} and {@code Thread.ofPlatform()} give.
 *
 * @param kind what its threads are
 */
record ThreadBuilder(Goroutine.Kind kind) implements Facet {

  static void make(Invocation call, Goroutine.Kind kind) {
    Thing builder =
        call.machine().allocate(call.goroutine(), "java.lang.Thread$Builder", call.at());
    builder.setFacet(new ThreadBuilder(kind));
    call.give(builder);
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "start" -> call -> Future.startBuilt(call, kind);
      case "unstarted" -> Future::unstartedThread;
      case "uncaughtExceptionHandler" -> ThreadBuilder::setHandler;
      case "name", "daemon", "priority", "group", "stackSize", "inheritInheritableThreadLocals" ->
          Invocation::giveSelf;
      default -> null;
    };
  }

  private static void setHandler(Invocation call) {
    Future.setHandler(call.self(), call.argument(0));
    call.giveSelf();
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(kind.ordinal());
  }
}
