package dev.chanlint.observability;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.DeadlockError;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.GoroutinePanic;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Programs that are run in a process of their own. */
final class Programs {

  private Programs() {}

  /**
   * Runs one of the programs.
   *
   * @param args its name
   */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "waits" -> Go.run(Programs::waits);
      case "base" -> base();
      case "records" -> Recorder.record(() -> Go.run(Programs::handsOver));
      case "records a panic" -> Recorder.record(Programs::panics);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /** Has goroutines blocked until its input ends. */
  private static void waits() throws IOException {
    Chan<Integer> one = Chan.make();
    Chan<Integer> other = Chan.make();
    Go.go("receiver", one::receive);
    Go.go("selector", () -> Select.select(Select.onReceive(one), Select.onReceive(other)));
    awaitDump("\"receiver\" [chan receive", "\"selector\" [select");
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // its end is what is waited for
    }
    one.close();
  }

  private static void awaitDump(String... texts) {
    while (!Stream.of(texts).allMatch(Go.dump()::contains)) {
      Go.gosched();
    }
  }

  /** Does a bit of everything that must work with the module java.base alone. */
  private static void base() {
    Go.run(
        () -> {
          Chan<String> ch = Chan.make();
          WaitGroup all = new WaitGroup();
          all.go(() -> ch.send("sent"));
          System.out.println(ch.receive());
          all.await();
          ch.close();
          System.out.println(Go.dump().lines().toList().getFirst());
        });
    try {
      Go.run(() -> Chan.make().receive());
    } catch (DeadlockError e) {
      System.out.println("deadlock");
    }
    try {
      Go.leaks();
    } catch (UnsupportedOperationException e) {
      System.out.println("no leaks: " + e.getMessage());
    }
  }

  /** Blocks once, closes a channel and ends two goroutines. */
  private static void handsOver() {
    Chan<Integer> ch = Chan.make();
    Go.go(
        "sender",
        () -> {
          awaitDump("goroutine 1 [chan receive");
          ch.send(1);
          ch.close();
        });
    ch.receive();
    while (Go.numGoroutine() > 1) {
      Go.gosched();
    }
  }

  private static void panics() {
    try {
      Go.run(
          () -> {
            throw new IllegalStateException("boom");
          });
    } catch (GoroutinePanic expected) {
      System.out.println("panic");
    }
  }

  /** Apart from the rest, for it needs the module jdk.jfr. */
  private static final class Recorder {

    private static final List<String> EVENTS =
        List.of(
            "GoroutineStart", "GoroutineEnd", "GoroutineBlock", "GoroutineUnblock", "ChannelClose");
    private static final String PREFIX = "dev.chanlint.";

    static void record(Runnable program) throws IOException {
      try (Recording recording = new Recording()) {
        EVENTS.forEach(event -> recording.enable(PREFIX + event).withoutThreshold());
        recording.start();
        program.run();
        recording.stop();
        Path file = Files.createTempFile("events", ".jfr");
        recording.dump(file);
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().startsWith(PREFIX))
            .sorted(Comparator.comparing(RecordedEvent::getEndTime))
            .forEach(event -> System.out.println(describe(event)));
        Files.delete(file);
      }
    }

    private static String describe(RecordedEvent event) {
      StringBuilder text =
          new StringBuilder(event.getEventType().getName().substring(PREFIX.length()));
      for (String field :
          List.of("goroutine", "name", "state", "channels", "channel", "madeAt", "thrown")) {
        if (event.hasField(field) && event.getValue(field) != null) {
          text.append(' ').append(field).append('=').append(event.<Object>getValue(field));
        }
      }
      if (event.getEventType().getName().endsWith("Unblock") && event.getDuration().isPositive()) {
        text.append(" lasted");
      }
      return text.toString().replaceAll("\\.java:[1-9]\\d*", ".java:#");
    }
  }
}
