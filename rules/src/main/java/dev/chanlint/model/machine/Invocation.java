package dev.chanlint.model.machine;

import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.code.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call of a library method.
 *
 * @param machine the machine
 * @param goroutine who calls
 * @param method what is called
 * @param receiver on what; null for a static method
 * @param arguments with what
 * @param at where
 */
public record Invocation(
    Machine machine,
    Goroutine goroutine,
    MethodRef method,
    @Nullable Value receiver,
    List<Value> arguments,
    Position at) {

  /** Keeps copies, which nothing changes. */
  public Invocation {
    arguments = List.copyOf(arguments);
  }

  /**
   * The object that the method is called on.
   *
   * @return the receiver
   */
  public Thing self() {
    if (receiver instanceof Thing thing) {
      return thing;
    }
    throw new IllegalStateException(method + " at " + at + " has no receiver");
  }

  /**
   * The receiver's facet.
   *
   * @param kind its class
   * @param <F> its class
   * @return the facet
   */
  public <F extends Facet> F self(Class<F> kind) {
    F facet = self().facet(kind);
    if (facet == null) {
      throw new IllegalStateException(method + " at " + at + " is called on " + self());
    }
    return facet;
  }

  /**
   * An argument.
   *
   * @param index its place, from 0
   * @return its value; of one that is missing, as in a call that does not compile, nothing is known
   */
  public Value argument(int index) {
    return has(index) ? arguments.get(index) : machine.fresh("java.lang.Object", false);
  }

  private boolean has(int index) {
    return 0 <= index && index < arguments.size();
  }

  /**
   * An argument that is an object.
   *
   * @param index its place, from 0
   * @return the object, or null if it is none or not known
   */
  public @Nullable Thing thing(int index) {
    return argument(index) instanceof Thing thing ? thing : null;
  }

  /**
   * An argument that is a known number.
   *
   * @param index its place, from 0
   * @param otherwise what to take if it is not known
   * @return the number
   */
  public int number(int index, int otherwise) {
    return argument(index) instanceof Value.Known(Number n) ? n.intValue() : otherwise;
  }

  /**
   * The same call of another object.
   *
   * @param other the object
   * @return a call that delivers to the same caller
   */
  public Invocation on(Thing other) {
    return new Invocation(machine, goroutine, method, other, arguments, at);
  }

  /**
   * The same call with one argument less.
   *
   * @param index the place of the argument, from 0
   * @return a call that delivers to the same caller
   */
  public Invocation without(int index) {
    List<Value> others = new ArrayList<>(arguments);
    if (has(index)) {
      others.remove(index);
    }
    return new Invocation(machine, goroutine, method, receiver, others, at);
  }

  /**
   * The same call with another argument.
   *
   * @param index its place, from 0
   * @param argument what stands there instead
   * @return a call that delivers to the same caller
   */
  public Invocation with(int index, Value argument) {
    List<Value> others = new ArrayList<>(arguments);
    others.set(index, argument);
    return new Invocation(machine, goroutine, method, receiver, others, at);
  }

  /**
   * Ends the call with a result.
   *
   * @param value the result
   */
  public void give(Value value) {
    goroutine.obtain(value);
    machine.deliver(goroutine, value);
  }

  /** Ends the call of a void method. */
  public void done() {
    machine.deliver(goroutine, Value.NULL);
  }

  /** Ends the call with the receiver as the result. */
  public void giveSelf() {
    machine.deliver(goroutine, self());
  }

  /** Ends the call with a result that the sources do not determine and that can be anything. */
  public void giveInput() {
    machine.deliver(goroutine, machine.fresh(method.result(), true));
  }

  /** Ends the call with a result of which nothing is known. */
  public void giveUnknown() {
    machine.deliver(goroutine, machine.fresh(method.result(), false));
  }

  /**
   * Ends the call with an exception.
   *
   * @param type its class
   * @param message its message
   */
  public void raise(String type, String message) {
    machine.raise(goroutine, machine.exception(goroutine, type, message, at));
  }

  /**
   * Ends the call with the exception that one raises who asks for something that is not there.
   *
   * @param type its class
   * @param message its message
   * @param origin why it is not there; null if that is not known
   */
  public void raiseMissing(String type, String message, Value.@Nullable Origin origin) {
    Thing exception = machine.exception(goroutine, type, message, at);
    if (origin != null) {
      exception.fields().put(Machine.MISSING, new Value.Known(origin));
    }
    machine.raise(goroutine, exception);
  }

  /**
   * What others can be told who will miss what the call takes away.
   *
   * @return that the caller took it, here; null if no code of the program did
   */
  public Value.@Nullable Origin takenAway() {
    Frame.Code caller = goroutine.innermost();
    return caller == null ? null : new Value.Origin.TakenAway(goroutine, at, caller.function());
  }

  /**
   * Ends the call with the exception that a null reference raises.
   *
   * @param nothing the reference
   * @param what what was to be done with it
   */
  public void raiseNull(Value.Null nothing, String what) {
    machine.raiseNull(goroutine, nothing, what, at);
  }

  /**
   * Ends the call by an operation that others can observe.
   *
   * @param operation the operation, which delivers the result
   */
  public void perform(Pending operation) {
    goroutine.pending = operation;
  }

  /**
   * Ends the call by one that others can observe and that never waits.
   *
   * @param operation what it is
   * @param effect does it and delivers the result
   */
  public void observably(Operation operation, Runnable effect) {
    perform(new Immediate(operation, receiver instanceof Thing t ? t : null, at, effect));
  }

  /**
   * Calls a function object.
   *
   * @param callee the function object
   * @param with its arguments
   * @param then receives its result and goes on
   */
  public void callBack(Value callee, List<Value> with, Consumer<Value> then) {
    machine.callBack(goroutine, method.name(), callee, with, then, null, at);
  }

  /** An operation that never waits. */
  private static final class Immediate extends Pending {
    private final Runnable effect;

    Immediate(Operation operation, @Nullable Thing on, Position at, Runnable effect) {
      super(operation, on, at);
      this.effect = effect;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void perform() {
      effect.run();
    }

    @Override
    public void force() {
      effect.run();
    }
  }
}
