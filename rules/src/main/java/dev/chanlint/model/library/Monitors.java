package dev.chanlint.model.library;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import org.jspecify.annotations.Nullable;

/** The wait sets of monitors. */
final class Monitors {

  private static final FieldRef WAIT_SET =
      new FieldRef("java.lang.Object", "wait set", "java.lang.Object", false);

  private Monitors() {}

  /** The wait set of an object, made at its first use. */
  static Condition condition(Thing object) {
    Value present = object.fields().get(WAIT_SET);
    if (present instanceof Value.Known(Holder holder)) {
      return holder.condition;
    }
    Holder holder = new Holder(new Condition(object, object.monitor(), false));
    object.fields().put(WAIT_SET, new Value.Known(holder));
    return holder.condition;
  }

  /** A wait set as a value. All hash alike: who waits is in the goroutines' operations. */
  private static final class Holder {
    private final Condition condition;

    Holder(Condition condition) {
      this.condition = condition;
    }

    @Override
    public int hashCode() {
      return 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Holder h && condition == h.condition;
    }
  }
}
