package dev.chanlint.verification.explored;

import dev.chanlint.verification.Call;
import dev.chanlint.verification.History;
import dev.chanlint.verification.Operation;
import dev.chanlint.verification.Outcome;
import dev.chanlint.verification.Outcome.Drained;
import dev.chanlint.verification.Outcome.Length;
import dev.chanlint.verification.Outcome.Panicked;
import dev.chanlint.verification.Outcome.Plain;
import dev.chanlint.verification.Outcome.Received;
import dev.chanlint.verification.Outcome.Sent;
import dev.chanlint.verification.Program;
import java.util.ArrayList;
import java.util.List;

/** What a {@link Play} prints, and the history that it tells. */
final class Transcript {

  private final Program program;
  private final List<List<Call>> calls = new ArrayList<>();

  /** The moment at which each goroutine went into its present call; negative before its first. */
  private final long[] invoked;

  private Transcript(Program program) {
    this.program = program;
    invoked = new long[program.goroutines().size()];
    for (int i = 0; i < invoked.length; i++) {
      invoked[i] = -1;
      calls.add(new ArrayList<>());
    }
  }

  /** The line for a goroutine that goes into its first call. */
  static String begun(int goroutine) {
    return goroutine + " begun";
  }

  /** The line for a goroutine that returns from a call and goes into its next. */
  static String returned(int goroutine, Outcome outcome) {
    return goroutine + " " + text(outcome);
  }

  private static String text(Outcome outcome) {
    return switch (outcome) {
      case Sent(int by) -> "sent " + by;
      case Received(int by, int value) -> "received " + by + " " + value;
      case Drained(int by) -> "drained " + by;
      case Panicked(String message) -> "panicked " + message;
      case Length(int values) -> "length " + values;
      case Plain plain -> plain.name();
    };
  }

  private static Outcome outcome(String text) {
    String[] words = text.split(" ");
    return switch (words[0]) {
      case "sent" -> new Sent(Integer.parseInt(words[1]));
      case "received" -> new Received(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
      case "drained" -> new Drained(Integer.parseInt(words[1]));
      case "panicked" -> new Panicked(text.substring("panicked ".length()));
      case "length" -> new Length(Integer.parseInt(words[1]));
      default -> Plain.valueOf(words[0]);
    };
  }

  /** The history that the output of a program tells: who has not returned waits for good. */
  static History history(Program program, String output) {
    Transcript transcript = new Transcript(program);
    List<String> lines = output.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      transcript.read(lines.get(i), 2L * i);
    }
    return transcript.history();
  }

  private void read(String line, long moment) {
    int space = line.indexOf(' ');
    int goroutine = Integer.parseInt(line.substring(0, space));
    if (invoked[goroutine] >= 0) {
      add(goroutine, moment, outcome(line.substring(space + 1)));
    }
    invoked[goroutine] = moment + 1;
  }

  private void add(int goroutine, long moment, Outcome outcome) {
    List<Call> own = calls.get(goroutine);
    Operation operation = program.goroutines().get(goroutine).get(own.size());
    own.add(new Call(goroutine, operation, invoked[goroutine], moment, outcome));
  }

  private History history() {
    for (int g = 0; g < invoked.length; g++) {
      if (invoked[g] >= 0 && calls.get(g).size() < program.goroutines().get(g).size()) {
        add(g, Long.MAX_VALUE, Plain.BLOCKED);
      }
    }
    return new History(program.capacities(), calls.stream().flatMap(List::stream).toList());
  }
}
