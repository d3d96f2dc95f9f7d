import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Messages go by their kind to a goroutine of that kind; all end when the dispatcher does. */
public final class Dispatcher {

  /** What there is. */
  enum Kind {
    AUDIT,
    BILLING
  }

  record Message(Kind kind, int amount) {}

  private final Map<Kind, Chan<Message>> lanes = new EnumMap<>(Kind.class);
  private final Map<Kind, List<Integer>> booked = new EnumMap<>(Kind.class);
  private final WaitGroup workers = new WaitGroup();

  Dispatcher() {
    for (Kind kind : Kind.values()) {
      lanes.put(kind, Chan.make(1));
      booked.put(kind, new ArrayList<>());
    }
  }

  void start() {
    lanes.forEach((kind, lane) -> workers.go(() -> work(lane, booked.get(kind))));
  }

  private static void work(Chan<Message> lane, List<Integer> amounts) {
    for (Message message : lane) {
      amounts.add(message.amount());
    }
  }

  void dispatch(Message message) {
    lanes.get(message.kind()).send(message);
  }

  int stop() {
    lanes.values().forEach(Chan::close);
    workers.await();
    int count = 0;
    for (List<Integer> amounts : booked.values()) {
      count += amounts.size();
    }
    return count;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Dispatcher dispatcher = new Dispatcher();
          dispatcher.start();
          dispatcher.dispatch(new Message(Kind.AUDIT, 1));
          dispatcher.dispatch(new Message(Kind.BILLING, 2));
          System.out.println(dispatcher.stop());
        });
  }
}
