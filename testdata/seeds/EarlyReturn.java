import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;

/** The first of three answers is enough; the other two are never received. */
public final class EarlyReturn {

  private EarlyReturn() {}

  public static void main(String[] args) {
    Go.run(() -> System.out.println(fastest("north", "east", "south")));
  }

  private static String fastest(String... mirrors) {
    Chan<String> answers = Chan.make();
    for (String mirror : mirrors) {
      go(() -> ask(mirror, answers));
    }
    return answers.receive();
  }

  private static void ask(String mirror, SendChan<String> answers) {
    answers.send("answer from " + mirror); // want leak-send confirmed
  }
}
