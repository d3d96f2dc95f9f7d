package dev.chanlint.model.machine;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A facet that an enhanced {@code for} can run over. */
public interface Iterated extends Facet {

  /**
   * Whether taking the next element can wait.
   *
   * @return true for channels
   */
  boolean blocksInFor();

  /**
   * Takes the next element, waiting if need be.
   *
   * @param call who asks, and where
   * @param then receives the element, or null at the end
   */
  void takeNext(Invocation call, Consumer<@Nullable Value> then);

  /**
   * All elements, where taking them cannot wait.
   *
   * @param call who asks, and where
   * @return in order; null if they are not known
   */
  @Nullable List<Value> elements(Invocation call);
}
