package dev.chanlint.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A queue of those who wait is a double-ended queue from which any may go away. */
final class WaitQueueTest {

  enum Operation {
    ADD,
    ADD_FIRST,
    POLL,
    REMOVE_LAST,
    REMOVE_WHO_IS_GONE
  }

  @Property(tries = 300)
  void isADoubleEndedQueue(@ForAll List<Operation> operations) {
    WaitQueue queue = new WaitQueue();
    Deque<Node> model = new ArrayDeque<>();
    for (Operation operation : operations) {
      Node node = new Node.Further(Wait.begin("test"));
      switch (operation) {
        case ADD -> {
          queue.add(node);
          model.addLast(node);
        }
        case ADD_FIRST -> {
          queue.addFirst(node);
          model.addFirst(node);
        }
        case POLL -> assertThat(queue.poll()).isSameAs(model.pollFirst());
        case REMOVE_LAST -> {
          Node last = model.pollLast();
          assertThat(last == null || queue.remove(last)).isTrue();
        }
        case REMOVE_WHO_IS_GONE -> assertThat(queue.remove(node)).isFalse();
      }
      assertThat(queue.isEmpty()).isEqualTo(model.isEmpty());
    }
    for (Node expected : model) {
      assertThat(queue.poll()).isSameAs(expected);
    }
    assertThat(queue.poll()).isNull();
  }
}
