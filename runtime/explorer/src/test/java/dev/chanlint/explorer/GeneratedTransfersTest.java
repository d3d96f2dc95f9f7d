package dev.chanlint.explorer;

import dev.chanlint.explorer.juc.TransferQueueModel;
import dev.chanlint.explorer.model.Engine;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * The transfer queue's steps commute where its footprints say so: the reduced search finds what
 * running all interleavings finds, and runs each of their traces once.
 */
class GeneratedTransfersTest {

  /** What a goroutine can do with the queue. */
  enum Verb {
    PUT,
    TAKE,
    POLL,
    TRANSFER,
    TRY_TRANSFER,
    POLL_FOR_A_WHILE,
    TRANSFER_FOR_A_WHILE,
    PEEK,
    SIZE,
    LOOK_FOR_TAKER,
    COUNT_TAKERS,
    REMOVE
  }

  @Provide
  Arbitrary<List<List<Verb>>> programs() {
    return Completeness.programs(Verb.class, 2, 3);
  }

  @Property(tries = 30, seed = "2026", shrinking = ShrinkingMode.FULL)
  void sampleIsCompleteAndOptimal(@ForAll("programs") List<List<Verb>> program) {
    Completeness.assertCompleteAndOptimal(new Run(program));
  }

  @Tag("sweep")
  @Property(tries = 10_000, shrinking = ShrinkingMode.FULL)
  void isCompleteAndOptimal(@ForAll("programs") List<List<Verb>> program) {
    Completeness.assertCompleteAndOptimal(new Run(program));
  }

  /** A program being run: what each goroutine has seen. */
  private static final class Run extends Completeness.Program {

    private final List<List<Verb>> source;

    Run(List<List<Verb>> source) {
      this.source = source;
    }

    @Override
    public void run() {
      TransferQueueModel<Integer> queue = new TransferQueueModel<>();
      int made = 0;
      for (List<Verb> verbs : source) {
        List<Object> log = newLog();
        int first = 10 * made++;
        Engine.go(
            null,
            () -> {
              for (Verb verb : verbs) {
                log.add(perform(verb, queue, first + log.size()));
              }
            });
      }
    }

    private static Object perform(Verb verb, TransferQueueModel<Integer> queue, int item)
        throws InterruptedException {
      return switch (verb) {
        case PUT -> queue.offer(item);
        case TAKE -> queue.take();
        case POLL -> String.valueOf(queue.poll());
        case TRANSFER -> {
          queue.transfer(item);
          yield "done";
        }
        case TRY_TRANSFER -> queue.tryTransfer(item);
        case POLL_FOR_A_WHILE -> String.valueOf(queue.poll(1, TimeUnit.SECONDS));
        case TRANSFER_FOR_A_WHILE -> queue.tryTransfer(item, 1, TimeUnit.SECONDS);
        case PEEK -> String.valueOf(queue.peek());
        case SIZE -> queue.size();
        case LOOK_FOR_TAKER -> queue.hasWaitingConsumer();
        case COUNT_TAKERS -> queue.getWaitingConsumerCount();
        case REMOVE -> queue.removeIf(any -> true);
      };
    }
  }
}
