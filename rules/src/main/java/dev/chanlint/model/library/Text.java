package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Memory;
import dev.chanlint.model.machine.Value;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code StringBuilder}, {@code StringJoiner} and, with its lock, {@code StringBuffer}. */
final class Text implements Facet {

  private static final int LONGEST = 10_000;

  private final boolean isThreadSafe;
  private Value content = new Value.Known("");

  Text(boolean isThreadSafe) {
    this.isThreadSafe = isThreadSafe;
  }

  void construct(Invocation call) {
    if (call.arguments().size() == 1 && call.method().parameters().getFirst().contains(".")) {
      asText(call, text -> append(call, text, call::done));
    } else {
      call.done();
    }
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "append", "add", "appendCodePoint" -> this::append;
      case "insert", "setLength", "setCharAt", "delete", "deleteCharAt", "replace", "reverse" ->
          this::change;
      case "toString" -> call -> read(call, content);
      case "length" -> call -> read(call, length(call));
      case "isEmpty" -> call -> read(call, isEmpty(call));
      case "charAt", "indexOf", "substring", "capacity", "chars", "lastIndexOf" ->
          call -> read(call, call.machine().derive(name, List.of(content), call.method().result()));
      default -> null;
    };
  }

  private void append(Invocation call) {
    asText(call, text -> append(call, text, call::giveSelf));
  }

  private void append(Invocation call, Value text, Runnable then) {
    touch(call, true);
    content =
        content instanceof Value.Known(String before)
                && text instanceof Value.Known(Object more)
                && before.length() < LONGEST
            ? new Value.Known(before + more)
            : call.machine().derive("+", List.of(content, text), "java.lang.String");
    then.run();
  }

  /** Goes on with what an argument looks like as text. */
  private static void asText(Invocation call, Consumer<Value> then) {
    call.machine()
        .texts(
            call.goroutine(),
            call.arguments(),
            texts -> then.accept(texts.isEmpty() ? new Value.Known("") : texts.getFirst()),
            call.at());
  }

  private void change(Invocation call) {
    touch(call, true);
    content = call.machine().fresh("java.lang.String", true);
    call.giveSelf();
  }

  private void read(Invocation call, Value result) {
    touch(call, false);
    call.give(result);
  }

  private Value length(Invocation call) {
    return content instanceof Value.Known(String known)
        ? Value.of(known.length())
        : call.machine().derive("length", List.of(content), "int");
  }

  private Value isEmpty(Invocation call) {
    return content instanceof Value.Known(String known)
        ? Value.of(known.isEmpty())
        : call.machine().derive("isEmpty", List.of(content), "boolean");
  }

  private void touch(Invocation call, boolean isWrite) {
    if (isThreadSafe) {
      Memory.Location location = new Memory.Location(call.self(), Memory.CONTENTS);
      call.machine().synchronize(call.goroutine(), location, isWrite);
    } else {
      call.machine().touchContents(call.goroutine(), call.self(), isWrite, call.at());
    }
  }

  @Override
  public Collection<Value> contents() {
    return List.of(content);
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(content);
  }
}
