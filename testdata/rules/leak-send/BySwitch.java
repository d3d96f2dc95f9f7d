package rules.leaksend;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** Which case a switch takes decides whether someone receives. */
public final class BySwitch {

  /** How to answer. */
  enum Mode {
    SILENT,
    LOUD
  }

  /** What to answer. */
  sealed interface Question {
    record Plain(Chan<String> reply) implements Question {}

    record Counted(Chan<String> reply, int times) implements Question {}
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> heard = Chan.make();
          Go.go(() -> heard.send("heard"));
          listen(Mode.LOUD, heard);
          Chan<String> unheard = Chan.make();
          Go.go(() -> unheard.send("unheard")); // want leak-send "channel 'unheard'" confirmed
          listen(Mode.SILENT, unheard);
          Chan<String> twice = Chan.make();
          Go.go(() -> answer(new Question.Plain(twice)));
          Go.go(() -> answer(new Question.Counted(twice, 2)));
          byText("three", twice);
        });
  }

  private static void listen(Mode mode, Chan<String> channel) {
    switch (mode) {
      case SILENT:
        break;
      case LOUD:
        channel.receive();
    }
  }

  private static void answer(Question question) {
    switch (question) {
      case Question.Plain(var reply) -> reply.send("plain");
      case Question.Counted(var reply, int times) when times > 1 -> {
        reply.send("counted");
        reply.send("again");
      }
      case Question.Counted once -> once.reply().send("once");
    }
  }

  private static void byText(String howMany, Chan<String> channel) {
    int times =
        switch (howMany) {
          case "one" -> 1;
          case "two", "three" -> 3;
          default -> 0;
        };
    for (int i = 0; i < times; i++) {
      channel.receive();
    }
  }
}
