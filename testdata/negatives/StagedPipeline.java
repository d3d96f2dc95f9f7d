import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Stages behind an interface; each closes what it sends on when its input ends. */
public final class StagedPipeline {

  /** A step from one channel to the next. */
  interface Stage<I, O> {
    void run(ReceiveChan<I> in, Chan<O> out);

    static <I, O> Stage<I, O> mapping(Function<I, O> function) {
      return (in, out) -> {
        for (I value : in) {
          out.send(function.apply(value));
        }
      };
    }

    static <T> Stage<T, T> filtering(Predicate<T> test) {
      return (in, out) -> {
        for (T value : in) {
          if (test.test(value)) {
            out.send(value);
          }
        }
      };
    }
  }

  private final WaitGroup goroutines = new WaitGroup();

  private <T> ReceiveChan<T> source(List<T> values) {
    Chan<T> out = Chan.make();
    goroutines.go(
        () -> {
          try (out) {
            values.forEach(out::send);
          }
        });
    return out;
  }

  private <I, O> ReceiveChan<O> then(ReceiveChan<I> in, Stage<I, O> stage) {
    Chan<O> out = Chan.make();
    goroutines.go(
        () -> {
          try (out) {
            stage.run(in, out);
          }
        });
    return out;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          StagedPipeline pipeline = new StagedPipeline();
          ReceiveChan<Integer> numbers = pipeline.source(List.of(1, 2));
          ReceiveChan<Integer> even = pipeline.then(numbers, Stage.filtering(n -> n % 2 == 0));
          ReceiveChan<String> texts = pipeline.then(even, Stage.mapping(n -> "number " + n));
          for (String text : texts) {
            System.out.println(text);
          }
          pipeline.goroutines.await();
        });
  }
}
