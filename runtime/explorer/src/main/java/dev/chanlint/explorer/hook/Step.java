package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Resource;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the JDK; one that never waits unless a subclass says otherwise. What it waits for
 * and depends on is in the store, so that the search can tell what it would do in other states.
 */
abstract class Step extends Operation {

  private final String name;
  private final @Nullable Resource resource;
  private final String state;

  Step(String name, @Nullable Resource resource, String state) {
    this.name = name;
    this.resource = resource;
    this.state = state;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final @Nullable Resource resource() {
    return resource;
  }

  @Override
  public final String state() {
    return state;
  }

  @Override
  public boolean enabled(int alternative) {
    return true;
  }

  @Override
  public boolean isForeseeable() {
    return true;
  }

  /** Adds a look at the interrupt status of the goroutine, or that it is answered and cleared. */
  final void touchInterrupt(boolean answers, Footprint into) {
    if (answers) {
      into.writes(goroutine().interruptCell());
    } else {
      into.reads(goroutine().interruptCell());
    }
  }
}
