import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Each goroutine writes a place of its own; the WaitGroup shows all of them to the gatherer. */
public final class ScatterGather {

  /** A place for one answer. */
  static final class Slot<T> {
    private T answer;
    private long nanos;

    void fill(Supplier<T> question) {
      long start = System.nanoTime();
      answer = question.get();
      nanos = System.nanoTime() - start;
    }
  }

  static <T> List<T> all(List<Supplier<T>> questions) {
    List<Slot<T>> slots = new ArrayList<>();
    WaitGroup asking = new WaitGroup();
    for (Supplier<T> question : questions) {
      Slot<T> slot = new Slot<>();
      slots.add(slot);
      asking.add(1);
      Go.go(
          () -> {
            try {
              slot.fill(question);
            } finally {
              asking.done();
            }
          });
    }
    asking.await();
    return answers(slots);
  }

  private static <T> List<T> answers(List<Slot<T>> slots) {
    List<T> answers = new ArrayList<>();
    for (Slot<T> slot : slots) {
      if (slot.nanos >= 0) {
        answers.add(slot.answer);
      }
    }
    return answers;
  }

  private static int[] squares(int count) {
    int[] results = new int[count];
    WaitGroup computing = new WaitGroup();
    for (int i = 0; i < count; i++) {
      int index = i;
      computing.go(() -> results[index] = index * index);
    }
    computing.await();
    return results;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          List<String> answers = all(List.of(() -> "yes", () -> "no"));
          int[] squares = squares(2);
          System.out.println(answers.size() + squares[1]);
        });
  }
}
