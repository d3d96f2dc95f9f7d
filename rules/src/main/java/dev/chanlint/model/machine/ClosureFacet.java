package dev.chanlint.model.machine;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.MethodRef;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A function object.
 *
 * @param function what runs when it is called
 * @param interfaceMethod the method of the functional interface
 * @param captured the first arguments
 */
public record ClosureFacet(Function function, MethodRef interfaceMethod, List<Value> captured)
    implements Facet {

  /** Keeps copies, which nothing changes. */
  public ClosureFacet {
    captured = List.copyOf(captured);
  }

  /**
   * How many arguments a call of it has.
   *
   * @return the number of parameters of the interface's method
   */
  public int arity() {
    return interfaceMethod.parameters().size();
  }

  /** All arguments of the function: what was captured, then what it is called with. */
  List<Value> with(List<Value> arguments) {
    return Stream.concat(captured.stream(), arguments.stream()).toList();
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return null;
  }

  @Override
  public Collection<Value> contents() {
    return captured;
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(function.id().hashCode());
    sink.addAll(captured);
  }
}
