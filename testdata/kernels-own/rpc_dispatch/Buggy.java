// fault: deadlock
package rpc_dispatch;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/**
 * A server's loop answers calls on the channel that each brings; one for a method that nobody
 * registered gets no answer.
 */
public final class Buggy {

  record Call(String method, int argument, Chan<Integer> reply) {}

  interface Handler {
    int handle(int argument) throws Exception;
  }

  static final class Server {
    private final Map<String, Handler> handlers = new HashMap<>();
    private final Chan<Call> calls = Chan.make();

    void register(String method, Handler handler) {
      handlers.put(method, handler);
    }

    void serve() {
      for (Call call : calls) {
        dispatch(call);
      }
    }

    private void dispatch(Call call) {
      Handler handler = handlers.get(call.method());
      if (handler == null) {
        System.err.println("no such method: " + call.method());
        return;
      }
      try {
        call.reply().send(handler.handle(call.argument()));
      } catch (Exception e) {
        call.reply().close();
      }
    }
  }

  static final class Client {
    private final SendChan<Call> server;

    Client(SendChan<Call> server) {
      this.server = server;
    }

    int call(String method, int argument) {
      Call call = new Call(method, argument, Chan.make());
      server.send(call);
      return call.reply().receiveOr(-1); // want leak-receive, deadlock-cyclic-wait
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Server server = new Server();
          server.register("double", n -> 2 * n);
          WaitGroup serving = new WaitGroup();
          serving.go(server::serve);
          try (Chan<Call> calls = server.calls) {
            Client client = new Client(calls);
            System.out.println(client.call("double", 2));
            System.out.println(client.call("halve", 2));
          }
          serving.await();
        });
  }
}
