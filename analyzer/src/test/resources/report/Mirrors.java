import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;

final class Mirrors {
  public static void main(String[] args) {
    Go.run(() -> System.out.println(first("north", "east")));
  }
  private static String first(String... mirrors) {
    Chan<String> answers = Chan.make();
    for (String mirror : mirrors) {
      Go.go(() -> ask(mirror, answers));
    }
	  return answers.receive();
  }

  private static void ask(String mirror, SendChan<String> answers) {
    Go.gosched();
    answers.send("answer from " + mirror);
  }
}
