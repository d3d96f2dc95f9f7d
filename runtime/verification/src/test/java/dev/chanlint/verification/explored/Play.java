package dev.chanlint.verification.explored;

import dev.chanlint.verification.GoPerformer;
import dev.chanlint.verification.Operation;
import dev.chanlint.verification.Performer;
import dev.chanlint.verification.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * A program as code under test: threads that print a line at each moment at which one returns from
 * a call and goes into the next. Printing is one step of the explorer's, so the order of the lines
 * is the order of the moments.
 */
final class Play {

  /** On the channels of the runtime. */
  void onRuntime(Program program) throws InterruptedException {
    play(program, new GoPerformer(program.capacities()), false);
  }

  /** On the channels of the runtime; the first thread is interrupted at some moment. */
  void onRuntimeInterrupted(Program program) throws InterruptedException {
    play(program, new GoPerformer(program.capacities()), true);
  }

  /** On channels of Jox. */
  void onJox(Program program) throws InterruptedException {
    play(program, new JoxPerformer(program.capacities()), false);
  }

  private static void play(Program program, Performer channels, boolean interrupts)
      throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (List<Operation> operations : program.goroutines()) {
      int number = threads.size();
      threads.add(Thread.startVirtualThread(() -> perform(number, operations, channels)));
    }
    if (interrupts) {
      threads.getFirst().interrupt();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void perform(int number, List<Operation> operations, Performer channels) {
    System.out.println(Transcript.begun(number));
    for (Operation operation : operations) {
      System.out.println(Transcript.returned(number, channels.perform(operation)));
    }
  }
}
