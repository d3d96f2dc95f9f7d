package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The runtime's {@code Received}: a value, and whether the channel was open. */
final class Reception implements Facet {

  static final String TYPE = "dev.chanlint.runtime.Received";

  private Value value = Value.NULL;
  private Value ok = Value.FALSE;

  static Thing make(Invocation call, Value value, boolean ok) {
    Thing received = call.machine().allocate(call.goroutine(), TYPE, call.at());
    Reception reception = new Reception();
    reception.value = value;
    reception.ok = Value.of(ok);
    received.setFacet(reception);
    return received;
  }

  void construct(Invocation call) {
    value = call.argument(0);
    ok = call.argument(1);
    call.done();
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "value" -> call -> call.give(value);
      case "ok" -> call -> call.give(ok);
      default -> null;
    };
  }

  @Override
  public Collection<Value> contents() {
    return List.of(value);
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(value);
    sink.add(ok);
  }
}
