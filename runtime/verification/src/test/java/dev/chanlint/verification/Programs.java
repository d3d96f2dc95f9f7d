package dev.chanlint.verification;

import dev.chanlint.verification.Operation.Case;
import dev.chanlint.verification.Operation.Close;
import dev.chanlint.verification.Operation.Communicate;
import dev.chanlint.verification.Operation.Len;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Programs at random, small enough that every order of their calls can be tried. */
final class Programs {

  private final Random random;
  private final int channels;
  private final Kind kind;

  /** The next value to send; none is sent twice. */
  private int nextValue = 1;

  /** What a program is made of. */
  enum Kind {
    /** Sends and receives that wait. */
    WAITING,
    /** Those, and the forms that do not wait, and the length. */
    NON_BLOCKING,
    /** All of that, and closing. */
    CLOSING,
    /** All of that, and selects. */
    SELECTING
  }

  private Programs(Random random, int channels, Kind kind) {
    this.random = random;
    this.channels = channels;
    this.kind = kind;
  }

  static Program random(long seed, Kind kind) {
    Random random = new Random(seed);
    int channels = kind == Kind.SELECTING ? 1 + random.nextInt(3) : 1;
    return new Programs(random, channels, kind).program();
  }

  private Program program() {
    List<Integer> capacities =
        IntStream.range(0, channels).map(i -> random.nextInt(3)).boxed().toList();
    return new Program(capacities, times(2 + random.nextInt(3), this::goroutine));
  }

  private List<Operation> goroutine() {
    return times(1 + random.nextInt(4), this::operation);
  }

  private Operation operation() {
    int draw = random.nextInt(20);
    if (kind == Kind.SELECTING && draw < 10) {
      List<Case> cases = times(1 + random.nextInt(3), this::communication);
      return new Communicate(cases, random.nextInt(4) > 0, true);
    }
    if (kind.compareTo(Kind.CLOSING) >= 0 && draw < 12 && random.nextInt(6) == 0) {
      return new Close(channel());
    }
    if (kind.compareTo(Kind.NON_BLOCKING) >= 0 && draw < 15) {
      return draw == 14
          ? new Len(channel())
          : new Communicate(List.of(communication()), false, false);
    }
    return new Communicate(List.of(communication()), true, false);
  }

  private Case communication() {
    return new Case(channel(), random.nextBoolean() ? nextValue++ : null);
  }

  private int channel() {
    return random.nextInt(channels);
  }

  private static <T> List<T> times(int n, java.util.function.Supplier<T> part) {
    return Stream.generate(part).limit(n).toList();
  }
}
