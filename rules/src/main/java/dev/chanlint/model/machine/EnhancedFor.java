package dev.chanlint.model.machine;

import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Terminator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The enhanced {@code for}. */
final class EnhancedFor {

  private static final String ITERATOR_TYPE = "java.util.Iterator";

  private static final MethodRef ITERATOR = method("java.lang.Iterable", "iterator", ITERATOR_TYPE);
  private static final MethodRef HAS_NEXT = method(ITERATOR_TYPE, "hasNext", "boolean");
  private static final MethodRef NEXT = method(ITERATOR_TYPE, "next", "java.lang.Object");

  private final Machine machine;

  EnhancedFor(Machine machine) {
    this.machine = machine;
  }

  private static MethodRef method(String owner, String name, String result) {
    return new MethodRef(owner, name, List.of(), result, false);
  }

  void next(Goroutine g, Frame.Code frame, Terminator.ForEach t) {
    Value iterable = frame.get(t.iterable());
    switch (iterable) {
      case Value.Null nothing -> machine.raiseNull(g, nothing, "for", t.at());
      case Thing thing when thing.facet() instanceof Iterated iterated ->
          overFacet(g, frame, t, thing, iterated);
      case Thing thing when thing.facet() instanceof ArrayFacet array ->
          overArray(g, frame, t, thing, array);
      case Thing thing when machine.declares(thing, ITERATOR) -> overIterable(g, frame, t, thing);
      default -> over(frame, t, iterable, null);
    }
  }

  private void overFacet(
      Goroutine g, Frame.Code frame, Terminator.ForEach t, Thing thing, Iterated iterated) {
    Invocation call = new Invocation(machine, g, NEXT, thing, List.of(), t.at());
    if (iterated.blocksInFor()) {
      iterated.takeNext(call, value -> goOn(frame, t, value));
    } else {
      over(frame, t, thing, iterated.elements(call));
    }
  }

  private static void goOn(Frame.Code frame, Terminator.ForEach t, @Nullable Value element) {
    if (element != null) {
      frame.set(t.element(), element);
    }
    frame.enter(element != null ? t.body() : t.exit());
  }

  // ---- elements that are all there

  private void overArray(
      Goroutine g, Frame.Code frame, Terminator.ForEach t, Thing thing, ArrayFacet array) {
    List<Value> elements = array.all();
    Frame.Iteration begun = frame.iterations.get(frame.block);
    int next = begun == null ? 0 : begun.next;
    if (elements != null && next < elements.size()) {
      machine.access(g, new Memory.Location(thing, next), false, false, t.at());
    }
    over(frame, t, thing, elements);
  }

  private void over(
      Frame.Code frame, Terminator.ForEach t, Value iterable, @Nullable List<Value> elements) {
    if (elements == null) {
      overUnknown(frame, t, iterable);
      return;
    }
    Frame.Iteration iteration =
        frame.iterations.computeIfAbsent(frame.block, k -> new Frame.Iteration(elements));
    if (iteration.next < iteration.elements.size()) {
      Value element = iteration.elements.get(iteration.next++);
      frame.set(t.element(), Operators.convert(machine, element, t.element().type()));
      frame.enter(t.body());
    } else {
      frame.iterations.remove(frame.block);
      frame.enter(t.exit());
    }
  }

  private void overUnknown(Frame.Code frame, Terminator.ForEach t, Value iterable) {
    boolean preferred = frame.visits.merge(frame.block, 1, Integer::sum) <= 2;
    boolean more = machine.decide(machine.fresh("boolean", iterable.isSure()), preferred);
    if (iterable instanceof Value.Symbol(Object key, String type, boolean sure)
        && machine.library().maySynchronize(type)) {
      machine.synchronizeWithUnknown();
    }
    goOn(frame, t, more ? machine.fresh(t.element().type(), iterable.isSure()) : null);
  }

  // ---- elements that an iterator of the program's own gives

  private void overIterable(Goroutine g, Frame.Code frame, Terminator.ForEach t, Thing iterable) {
    Value iterator = frame.iterators.get(frame.block);
    if (iterator != null) {
      advance(g, frame, t, iterator);
      return;
    }
    machine.call(
        g,
        ITERATOR,
        iterable,
        List.of(),
        made -> {
          frame.iterators.put(frame.block, made);
          advance(g, frame, t, made);
        },
        t.at());
  }

  private void advance(Goroutine g, Frame.Code frame, Terminator.ForEach t, Value iterator) {
    machine.call(
        g,
        HAS_NEXT,
        iterator,
        List.of(),
        more -> {
          boolean preferred = frame.visits.merge(frame.block, 1, Integer::sum) <= 2;
          if (machine.decide(more, preferred)) {
            machine.call(g, NEXT, iterator, List.of(), element -> goOn(frame, t, element), t.at());
          } else {
            goOn(frame, t, null);
          }
        },
        t.at());
  }
}
