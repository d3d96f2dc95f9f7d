package dev.chanlint.verification;

import java.io.Serializable;
import java.util.List;

/**
 * A program on channels.
 *
 * @param capacities of its channels
 * @param goroutines what each goroutine does, one operation after the other
 */
public record Program(List<Integer> capacities, List<List<Operation>> goroutines)
    implements Serializable {
  /** Makes one. */
  public Program {
    capacities = List.copyOf(capacities);
    goroutines = goroutines.stream().map(List::copyOf).toList();
  }
}
