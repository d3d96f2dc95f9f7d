package pipeline_stage;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;

/** Stages joined by channels; a stage that fails leaves without closing what it feeds. */
public final class Fixed {

  interface Stage<I, O> {
    O apply(I input) throws Exception;
  }

  static final class Pipe<T> {
    private final ReceiveChan<T> in;

    private Pipe(ReceiveChan<T> in) {
      this.in = in;
    }

    @SafeVarargs
    static <T> Pipe<T> of(T... values) {
      Chan<T> out = Chan.make(values.length);
      for (T value : values) {
        out.send(value);
      }
      out.close();
      return new Pipe<>(out);
    }

    <O> Pipe<O> then(Stage<? super T, ? extends O> stage) {
      Chan<O> out = Chan.make(1);
      Go.go(
          () -> {
            try {
              for (T value : in) {
                out.send(stage.apply(value));
              }
            } catch (Exception e) {
              System.err.println("stage failed");
            } finally {
              out.close();
            }
          });
      return new Pipe<>(out);
    }

    int drain() {
      int count = 0;
      while (in.receiveOk().ok()) {
        count++;
      }
      return count;
    }
  }

  static Integer parse(String text) throws Exception {
    if (text.isEmpty()) {
      throw new Exception("empty");
    }
    return text.length();
  }

  public static void main(String[] args) {
    Go.run(() -> System.out.println(Pipe.of("a", "", "b").then(Fixed::parse).drain()));
  }
}
