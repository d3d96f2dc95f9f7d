package dev.chanlint.model.library;

import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Iterated;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Explicit iterators. */
final class Iterators {

  private static final String TYPE = "java.util.Iterator";

  /** How many elements an iterator is taken to give of which nothing is known. */
  private static final int LIKELY = 2;

  private static final MethodRef ITERATOR = method("java.lang.Iterable", "iterator", TYPE);
  private static final MethodRef HAS_NEXT = method(TYPE, "hasNext", "boolean");
  private static final MethodRef NEXT = method(TYPE, "next", "java.lang.Object");

  private Iterators() {}

  private static MethodRef method(String owner, String name, String result) {
    return new MethodRef(owner, name, List.of(), result, false);
  }

  static Thing over(Invocation call, List<Value> elements) {
    return over(call, elements, (by, removed) -> {}, () -> null);
  }

  /**
   * An iterator that tells its collection of each step, with the value removed or null.
   *
   * @param taken tells who took away what was removed of the collection last
   */
  static Thing over(
      Invocation call,
      List<Value> elements,
      BiConsumer<Invocation, @Nullable Value> steps,
      Supplier<Value.@Nullable Origin> taken) {
    Thing iterator = call.machine().allocate(call.goroutine(), TYPE, call.at());
    iterator.setFacet(new OverList(List.copyOf(elements), steps, taken));
    return iterator;
  }

  static Thing over(Invocation call, Iterated source) {
    Thing iterator = call.machine().allocate(call.goroutine(), TYPE, call.at());
    iterator.setFacet(new OverSource(call.self(), source));
    return iterator;
  }

  /** {@code Iterable.forEach}: asks for an iterator and runs over it. */
  static void forEach(Invocation call) {
    List<Value> elements = Elements.elements(call, call.self());
    if (elements != null) {
      Elements.forEach(call, elements, call.argument(0), call::done);
    } else if (call.self().facet() instanceof Iterated source && source.blocksInFor()) {
      forEachOf(call, source);
    } else if (call.machine().declares(call.self(), ITERATOR)) {
      ask(call, ITERATOR, call.self(), iterator -> forEachRemaining(call, iterator, 0));
    } else {
      call.machine().escape(call.self());
      call.machine().escape(call.argument(0));
      call.giveUnknown();
    }
  }

  private static void forEachOf(Invocation call, Iterated source) {
    source.takeNext(
        call,
        value -> {
          if (value == null) {
            call.done();
          } else {
            call.callBack(call.argument(0), List.of(value), result -> forEachOf(call, source));
          }
        });
  }

  private static void forEachRemaining(Invocation call, Value iterator, int taken) {
    ask(
        call,
        HAS_NEXT,
        iterator,
        more -> {
          if (call.machine().decide(more, taken < LIKELY)) {
            takeOne(call, iterator, taken);
          } else {
            call.done();
          }
        });
  }

  private static void takeOne(Invocation call, Value iterator, int taken) {
    ask(
        call,
        NEXT,
        iterator,
        value ->
            call.callBack(
                call.argument(0),
                List.of(value),
                result -> forEachRemaining(call, iterator, taken + 1)));
  }

  private static void ask(Invocation call, MethodRef method, Value of, Consumer<Value> then) {
    call.machine().call(call.goroutine(), method, of, List.of(), then, call.at());
  }

  /** An iterator over elements that are all there. */
  private static final class OverList implements Facet {
    private final List<Value> elements;
    private final BiConsumer<Invocation, @Nullable Value> steps;
    private final Supplier<Value.@Nullable Origin> taken;
    private int next;

    OverList(
        List<Value> elements,
        BiConsumer<Invocation, @Nullable Value> steps,
        Supplier<Value.@Nullable Origin> taken) {
      this.elements = elements;
      this.steps = steps;
      this.taken = taken;
    }

    @Override
    public @Nullable Handler method(String name, int arity) {
      return switch (name) {
        case "hasNext" -> this::hasNext;
        case "next" -> this::next;
        case "remove" -> this::remove;
        case "forEachRemaining" -> call -> Iterators.forEachRemaining(call, call.self(), 0);
        default -> null;
      };
    }

    private void hasNext(Invocation call) {
      touch(call, false);
      call.give(Value.of(next < elements.size()));
    }

    private void remove(Invocation call) {
      touch(call, true);
      if (next == 0) {
        call.raise("java.lang.IllegalStateException", "remove before next");
        return;
      }
      steps.accept(call, elements.get(next - 1));
      call.done();
    }

    private void next(Invocation call) {
      touch(call, true);
      steps.accept(call, null);
      if (next < elements.size()) {
        call.give(elements.get(next++));
      } else {
        call.raiseMissing("java.util.NoSuchElementException", "no more elements", taken.get());
      }
    }

    /** How far it has come is its own state, also where the collection is safe to share. */
    private static void touch(Invocation call, boolean isWrite) {
      call.machine().touchContents(call.goroutine(), call.self(), isWrite, call.at());
    }

    @Override
    public Collection<Value> contents() {
      return elements;
    }

    @Override
    public void fingerprint(Fingerprint sink) {
      sink.add(next);
      sink.addAll(elements);
    }
  }

  /** An iterator whose {@code hasNext} may wait. */
  private static final class OverSource implements Facet {
    private final Thing origin;
    private final Iterated source;
    private @Nullable Value ahead;

    OverSource(Thing origin, Iterated source) {
      this.origin = origin;
      this.source = source;
    }

    @Override
    public @Nullable Handler method(String name, int arity) {
      return switch (name) {
        case "hasNext" -> this::hasNext;
        case "next" -> this::next;
        default -> null;
      };
    }

    private void hasNext(Invocation call) {
      if (ahead != null) {
        call.give(Value.TRUE);
        return;
      }
      source.takeNext(
          onOrigin(call),
          value -> {
            ahead = value;
            call.give(Value.of(value != null));
          });
    }

    private void next(Invocation call) {
      Value value = ahead;
      ahead = null;
      if (value != null) {
        call.give(value);
        return;
      }
      source.takeNext(
          onOrigin(call),
          taken -> {
            if (taken != null) {
              call.give(taken);
            } else {
              call.raise("java.util.NoSuchElementException", "channel closed");
            }
          });
    }

    private Invocation onOrigin(Invocation call) {
      return new Invocation(
          call.machine(), call.goroutine(), call.method(), origin, List.of(), call.at());
    }

    @Override
    public Collection<Value> contents() {
      return Facet.present(origin, ahead);
    }

    @Override
    public void fingerprint(Fingerprint sink) {
      sink.add(origin);
      sink.add(ahead);
    }
  }
}
