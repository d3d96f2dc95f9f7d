// fault: deadlock
package wal_ack;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/** Appends to a log go through one flusher; each caller waits for its record to be on disk. */
public final class Buggy {

  static final class CorruptRecord extends Exception {
    CorruptRecord(String message) {
      super(message);
    }
  }

  record Append(String payload, CompletableFuture<Long> onDisk) {}

  interface Encoder {
    byte[] encode(String payload) throws CorruptRecord;
  }

  static final class Log {
    private static final Append END = new Append("", new CompletableFuture<>());
    private final BlockingQueue<Append> queue = new LinkedBlockingQueue<>();
    private final Encoder encoder;
    private long position;

    Log(Encoder encoder) {
      this.encoder = encoder;
    }

    long append(String payload) {
      CompletableFuture<Long> onDisk = new CompletableFuture<>();
      queue.add(new Append(payload, onDisk));
      return onDisk.join(); // want leak-receive, deadlock-cyclic-wait
    }

    void flush() throws InterruptedException {
      for (Append next = queue.take(); next != END; next = queue.take()) {
        try {
          position += encoder.encode(next.payload()).length;
          next.onDisk().complete(position);
        } catch (CorruptRecord bad) {
          System.out.println("skipped: " + bad.getMessage());
        }
      }
    }

    void close() {
      queue.add(END);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Log log =
              new Log(
                  payload -> {
                    if (payload.isBlank()) {
                      throw new CorruptRecord("empty record");
                    }
                    return payload.getBytes();
                  });
          WaitGroup flusher = new WaitGroup();
          flusher.go(log::flush);
          for (String payload : List.of(" ", "put b")) {
            try {
              System.out.println("at " + log.append(payload));
            } catch (CompletionException failed) {
              System.out.println("lost " + failed.getCause().getMessage());
            }
          }
          log.close();
          flusher.await();
        });
  }
}
