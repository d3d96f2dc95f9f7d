package null_reply;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Replies come over a channel that the server closes when it is stopped. */
public final class Fixed {

  record Reply(int status, String body) {
    boolean isOk() {
      return status == 200;
    }
  }

  static final class Server {
    private final Chan<Chan<Reply>> requests = Chan.make();

    void serve(int most) {
      int served = 0;
      for (Chan<Reply> request : requests) {
        if (served++ < most) {
          request.send(new Reply(200, "hello"));
        }
        request.close();
      }
    }

    boolean get() {
      Chan<Reply> reply = Chan.make(1);
      requests.send(reply);
      return reply.receiveOr(new Reply(503, "")).isOk();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Server server = new Server();
          WaitGroup serving = new WaitGroup();
          serving.go(() -> server.serve(1));
          System.out.println(server.get());
          System.out.println(server.get());
          server.requests.close();
          serving.await();
        });
  }
}
