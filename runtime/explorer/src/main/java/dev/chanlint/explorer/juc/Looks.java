package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.operation.Action;
import java.util.function.Supplier;

/** Looks at the state of an object: a visible read. */
final class Looks {

  private Looks() {}

  static <T> T at(Resource resource, Supplier<T> look) {
    new Action("running", "look at", resource).reading(resource.cell()).perform();
    return look.get();
  }
}
