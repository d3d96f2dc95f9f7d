import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plain fields that are written before a channel closes and read by whoever saw it close. */
public final class PublishedByClose {

  /** Loads in the background; everything waits for {@code ready}. */
  static final class Dictionary {
    private final Chan<Unit> ready = Chan.make();
    private final Map<String, String> words = new HashMap<>();
    private int version;

    void load() {
      words.put("chan", "channel");
      words.put("go", "goroutine");
      version = 1;
      ready.close();
    }

    ReceiveChan<Unit> ready() {
      return ready;
    }

    String lookup(String word) {
      ready.receive();
      return version + ": " + words.get(word);
    }
  }

  private final Dictionary dictionary = new Dictionary();
  private final List<String> answers = new ArrayList<>();
  private final Chan<String> answered = Chan.make();

  private void ask(String... words) {
    WaitGroup clients = new WaitGroup();
    for (String word : words) {
      clients.go(() -> answered.send(dictionary.lookup(word)));
    }
    Go.go(
        () -> {
          clients.await();
          answered.close();
        });
    for (String answer : answered) {
      answers.add(answer);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PublishedByClose program = new PublishedByClose();
          Go.go(program.dictionary::load);
          program.ask("go", "chan");
          program.dictionary.ready().receive();
          System.out.println(program.answers.size());
        });
  }
}
