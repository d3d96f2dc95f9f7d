// fault: deadlock
package rpc_fail_all;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Calls that wait for their replies over one connection, all of which fail with the connection. */
public final class Buggy {

  record Reply(long id, String body) {}

  static final class PendingCalls {
    private final Mutex mu = new Mutex();
    private final Map<Long, CompletableFuture<Reply>> open = new LinkedHashMap<>();
    private long nextId;

    CompletableFuture<Reply> begin() {
      mu.lock();
      try {
        long id = nextId++;
        CompletableFuture<Reply> call = new CompletableFuture<>();
        open.put(id, call);
        call.whenComplete((reply, failure) -> forget(id));
        return call;
      } finally {
        mu.unlock();
      }
    }

    private void forget(long id) {
      mu.lock(); // want deadlock-double-lock
      open.remove(id);
      mu.unlock();
    }

    void resolve(Reply reply) {
      CompletableFuture<Reply> call;
      mu.lock();
      try {
        call = open.get(reply.id());
      } finally {
        mu.unlock();
      }
      if (call != null) {
        call.complete(reply);
      }
    }

    void failAll(IOException reason) {
      mu.lock();
      try {
        for (CompletableFuture<Reply> call : new ArrayList<>(open.values())) {
          call.completeExceptionally(reason);
        }
      } finally {
        mu.unlock();
      }
    }
  }

  interface Transport {
    Reply read() throws IOException;
  }

  static final class Client {
    private final PendingCalls pending = new PendingCalls();
    private final List<String> answers = new ArrayList<>();

    void readFrom(Transport transport) {
      try {
        pending.resolve(transport.read());
        pending.resolve(transport.read());
      } catch (IOException e) {
        pending.failAll(e);
      }
    }

    void call() {
      pending.begin().thenAccept(reply -> answers.add(reply.body()));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Client client = new Client();
          client.call();
          client.call();
          int[] reads = new int[1];
          Transport broken =
              () -> {
                if (reads[0]++ > 0) {
                  throw new IOException("connection reset");
                }
                return new Reply(0, "pong");
              };
          WaitGroup reader = new WaitGroup();
          reader.go(() -> client.readFrom(broken));
          reader.await();
          System.out.println(client.answers);
        });
  }
}
