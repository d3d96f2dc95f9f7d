package refill_base;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A limiter's refills run in the background; how much is refilled is up to the kind of limiter. */
public final class Fixed {

  abstract static class Limiter {
    private final AtomicInteger tokens = new AtomicInteger();
    private final WaitGroup refills = new WaitGroup();

    void start() {
      refills.go(this::refill);
    }

    private void refill() {
      for (int round = 0; round < 2; round++) {
        tokens.addAndGet(amount(round));
      }
    }

    protected abstract int amount(int round);

    int settle() {
      refills.await();
      return tokens.get();
    }
  }

  static final class Stepped extends Limiter {
    private final int[] steps;

    private Stepped(Builder builder) {
      this.steps = ints(builder.steps);
    }

    private static int[] ints(List<Integer> numbers) {
      return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    protected int amount(int round) {
      return steps[round % steps.length];
    }

    static Builder builder() {
      return new Builder();
    }

    static final class Builder {
      private final List<Integer> steps = new ArrayList<>();

      Builder step(int size) {
        steps.add(size);
        return this;
      }

      Limiter build() {
        Stepped limiter = new Stepped(this);
        limiter.start();
        return limiter;
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Limiter limiter = Stepped.builder().step(2).step(5).build();
          System.out.println("tokens " + limiter.settle());
        });
  }
}
