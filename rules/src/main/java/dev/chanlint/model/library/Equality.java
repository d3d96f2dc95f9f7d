package dev.chanlint.model.library;

import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Records;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** What is equal to what in a collection, where the program's own classes have a say in it. */
final class Equality {

  private static final MethodRef EQUALS =
      new MethodRef("java.lang.Object", "equals", List.of("java.lang.Object"), "boolean", false);

  private static final MethodRef HASH_CODE =
      new MethodRef("java.lang.Object", "hashCode", List.of(), "int", false);

  private Equality() {}

  /** Whether the program itself says what a value equals. */
  static boolean isOwn(Invocation call, Value value) {
    return value instanceof Thing thing && call.machine().declares(thing, EQUALS);
  }

  /**
   * Looks for an element, as a list does: asks the wanted one about each.
   *
   * @param then receives the place of the first that it equals, or -1
   */
  static void find(Invocation call, List<Value> elements, Value wanted, IntConsumer then) {
    if (isOwn(call, wanted)) {
      ask(call, elements, wanted, 0, then);
    } else {
      then.accept(indexOf(call, elements, wanted));
    }
  }

  private static int indexOf(Invocation call, List<Value> elements, Value wanted) {
    for (int n = 0; n < elements.size(); n++) {
      if (Records.areEqual(call.machine().index(), wanted, elements.get(n))) {
        return n;
      }
    }
    return -1;
  }

  /** The same as a set or a map does: the wanted one first tells its hash code. */
  static void findHashed(Invocation call, List<Value> elements, Value wanted, IntConsumer then) {
    if (wanted instanceof Thing thing && call.machine().declares(thing, HASH_CODE)) {
      call(call, HASH_CODE, thing, List.of(), hash -> find(call, elements, wanted, then));
    } else {
      find(call, elements, wanted, then);
    }
  }

  private static void ask(
      Invocation call, List<Value> elements, Value wanted, int from, IntConsumer then) {
    if (from == elements.size()) {
      then.accept(-1);
    } else if (elements.get(from) == wanted) {
      then.accept(from);
    } else {
      call(
          call,
          EQUALS,
          wanted,
          List.of(elements.get(from)),
          equal -> {
            if (call.machine().decide(equal, false)) {
              then.accept(from);
            } else {
              ask(call, elements, wanted, from + 1, then);
            }
          });
    }
  }

  private static void call(
      Invocation call, MethodRef method, Value on, List<Value> with, Consumer<Value> then) {
    call.machine().call(call.goroutine(), method, on, with, then, call.at());
  }
}
