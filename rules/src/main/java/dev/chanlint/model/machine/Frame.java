package dev.chanlint.model.machine;

import dev.chanlint.model.code.Block;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An activation on a goroutine's stack. */
public sealed interface Frame {

  /**
   * Adds where it stands, and what its variables hold, to a fingerprint.
   *
   * @param sink where to
   */
  void fingerprint(Fingerprint sink);

  /** An activation of a function of the program. */
  final class Code implements Frame {
    final CodeIndex.Info info;
    final Value[] locals;
    final Map<Integer, Iteration> iterations = new HashMap<>();
    final Map<Integer, Value> iterators = new TreeMap<>();
    final Map<Integer, Integer> visits = new HashMap<>();
    int block;
    private Block current;
    int index;
    @Nullable Variable expecting;
    Position at;

    Code(CodeIndex.Info info) {
      this.info = info;
      this.locals = new Value[info.variableCount()];
      this.current = info.function().blocks().getFirst();
      this.at = info.function().at();
    }

    /**
     * The function.
     *
     * @return what runs
     */
    public Function function() {
      return info.function();
    }

    /**
     * Where it stands.
     *
     * @return the current call or statement
     */
    public Position at() {
      return at;
    }

    /**
     * The object that the function was called on.
     *
     * @return the object, null if there is none
     */
    public @Nullable Thing receiver() {
      List<Variable> parameters = function().parameters();
      return !parameters.isEmpty()
              && parameters.getFirst().name().equals("this")
              && locals[parameters.getFirst().id()] instanceof Thing thing
          ? thing
          : null;
    }

    /**
     * What the function was given: its arguments, what it has captured, and the object's fields.
     *
     * @return the objects among them
     */
    public List<Thing> given() {
      Thing receiver = receiver();
      Stream<Value> arguments = function().parameters().stream().map(this::get);
      Stream<Value> fields = receiver == null ? Stream.of() : receiver.fields().values().stream();
      return Stream.concat(arguments, fields)
          .filter(Thing.class::isInstance)
          .map(Thing.class::cast)
          .toList();
    }

    Value get(Variable variable) {
      Value value = locals[variable.id()];
      return value != null ? value : Operators.defaultOf(variable.type());
    }

    List<Value> getAll(List<Variable> variables) {
      Value[] values = new Value[variables.size()];
      for (int n = 0; n < values.length; n++) {
        values[n] = get(variables.get(n));
      }
      return List.of(values);
    }

    void set(Variable variable, Value value) {
      locals[variable.id()] = value;
    }

    Block currentBlock() {
      return current;
    }

    @Nullable Instruction currentInstruction() {
      return index < current.instructions().size() ? current.instructions().get(index) : null;
    }

    /**
     * Whether no way out of the function is left from here.
     *
     * @return true in a loop without exit
     */
    public boolean cannotReturn() {
      return !info.canReturn(block);
    }

    /** Whether control can come back to where it stands within the same activation. */
    boolean isInLoop() {
      return info.isInLoop(block);
    }

    @Override
    public void fingerprint(Fingerprint sink) {
      sink.add(function().id().hashCode());
      sink.add(block * 1000L + index);
      for (Value local : locals) {
        sink.add(local);
      }
      iterations.forEach((at, iteration) -> sink.add(at * 100L + iteration.next));
      iterators.forEach(
          (at, iterator) -> {
            sink.add(at);
            sink.add(iterator);
          });
    }

    void enter(int target) {
      if (!info.isBackEdge(block, target)) {
        iterations.remove(target);
        iterators.remove(target);
        visits.remove(target);
      }
      block = target;
      current = function().blocks().get(target);
      index = 0;
    }
  }

  /**
   * An activation of a library method that calls back into the program.
   *
   * @param what the method's name, for fingerprints
   * @param then receives the result of what it called
   * @param unwinding runs when an exception passes through; null lets it pass
   * @param progress what tells its states apart in fingerprints, in one element
   */
  record Native(
      String what, Consumer<Value> then, @Nullable Consumer<Value> unwinding, int[] progress)
      implements Frame {

    @Override
    public void fingerprint(Fingerprint sink) {
      sink.add(what.hashCode());
      sink.add(progress[0]);
    }
  }

  /** Where an enhanced {@code for} stands. */
  final class Iteration {
    final List<Value> elements;
    int next;

    Iteration(List<Value> elements) {
      this.elements = elements;
    }
  }
}
