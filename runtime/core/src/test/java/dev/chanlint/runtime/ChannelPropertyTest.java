package dev.chanlint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A channel that one goroutine uses without waiting is a bounded queue. */
final class ChannelPropertyTest {

  enum Operation {
    SEND,
    RECEIVE,
    SELECT_BOTH
  }

  @Property(tries = 300)
  void isABoundedQueue(
      @ForAll @IntRange(max = 40) int capacity, @ForAll List<Operation> operations) {
    Chan<Integer> ch = Chan.make(capacity);
    Queue<Integer> model = new ArrayDeque<>();
    int next = 0;
    for (Operation operation : operations) {
      int value = next++;
      boolean room = model.size() < capacity;
      switch (operation) {
        case SEND -> {
          assertThat(ch.trySend(value)).isEqualTo(room);
          if (room) {
            model.add(value);
          }
        }
        case RECEIVE -> {
          Integer expected = model.poll();
          assertThat(ch.tryReceive())
              .isEqualTo(expected == null ? null : new Received<>(expected, true));
        }
        case SELECT_BOTH -> {
          int chosen =
              Select.<Integer>select(
                  Select.onSend(ch, value).as(-1), Select.onReceive(ch), Select.onDefault().as(-2));
          if (chosen == -1) {
            assertThat(room).isTrue();
            model.add(value);
          } else if (chosen == -2) {
            assertThat(capacity).isZero();
          } else {
            assertThat(chosen).isEqualTo(model.poll());
          }
        }
      }
      assertThat(ch.len()).isEqualTo(model.size());
    }
    ch.close();
    assertThat(ch).containsExactlyElementsOf(model);
  }
}
