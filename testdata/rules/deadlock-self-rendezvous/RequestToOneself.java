package rules.deadlockselfrendezvous;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** The loop that serves requests makes one itself. */
public final class RequestToOneself {

  private final Chan<String> requests = Chan.make();

  public static void main(String[] args) {
    Go.run(() -> new RequestToOneself().serve());
  }

  private void serve() {
    enqueue("warm up");
    for (String request : requests) {
      System.out.println(request);
    }
  }

  private void enqueue(String request) {
    requests.send(request); // want deadlock-self-rendezvous
  }
}
