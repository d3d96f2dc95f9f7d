package dev.chanlint.model.library;

import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Iterated;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Explicit iterators. */
final class Iterators {

  private static final String TYPE = "java.util.Iterator";

  private Iterators() {}

  static Thing over(Invocation call, List<Value> elements) {
    return over(call, elements, (by, removed) -> {});
  }

  /** An iterator that tells its collection of each step, with the value removed or null. */
  static Thing over(
      Invocation call, List<Value> elements, BiConsumer<Invocation, @Nullable Value> steps) {
    Thing iterator = call.machine().allocate(call.goroutine(), TYPE, call.at());
    iterator.setFacet(new OverList(List.copyOf(elements), steps));
    return iterator;
  }

  static Thing over(Invocation call, Iterated source) {
    Thing iterator = call.machine().allocate(call.goroutine(), TYPE, call.at());
    iterator.setFacet(new OverSource(call.self(), source));
    return iterator;
  }

  /** An iterator over elements that are all there. */
  private static final class OverList implements Facet {
    private final List<Value> elements;
    private final BiConsumer<Invocation, @Nullable Value> steps;
    private int next;

    OverList(List<Value> elements, BiConsumer<Invocation, @Nullable Value> steps) {
      this.elements = elements;
      this.steps = steps;
    }

    @Override
    public @Nullable Handler method(String name, int arity) {
      return switch (name) {
        case "hasNext" -> call -> call.give(Value.of(next < elements.size()));
        case "next" -> this::next;
        case "remove" -> this::remove;
        default -> null;
      };
    }

    private void remove(Invocation call) {
      steps.accept(call, elements.get(next - 1));
      call.done();
    }

    private void next(Invocation call) {
      steps.accept(call, null);
      if (next < elements.size()) {
        call.give(elements.get(next++));
      } else {
        call.raise("java.util.NoSuchElementException", "no more elements");
      }
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
    public void fingerprint(Fingerprint sink) {
      sink.add(origin);
      sink.add(ahead);
    }
  }
}
