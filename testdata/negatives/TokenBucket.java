import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Ticker;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;

/** A rate limiter that a ticker refills and that closes with everything it started. */
public final class TokenBucket implements AutoCloseable {

  private final Chan<Unit> tokens;
  private final Chan<Unit> stop = Chan.make();
  private final WaitGroup refiller = new WaitGroup();

  TokenBucket(int burst, Duration period) {
    tokens = Chan.make(burst);
    for (int i = 0; i < burst; i++) {
      tokens.send(Unit.UNIT);
    }
    refiller.go(() -> refill(period));
  }

  private void refill(Duration period) {
    Ticker ticker = new Ticker(period);
    try {
      boolean running = true;
      while (running) {
        running = select(onReceive(ticker.channel()).map(tick -> add()), onReceive(stop).as(false));
      }
    } finally {
      ticker.stop();
    }
  }

  private boolean add() {
    tokens.trySend(Unit.UNIT);
    return true;
  }

  void take() {
    tokens.receive();
  }

  boolean tryTake() {
    return tokens.tryReceive() != null;
  }

  @Override
  public void close() {
    stop.close();
    refiller.await();
  }

  /** Calls that the bucket lets through. */
  static final class Client {
    private final TokenBucket limiter;
    private int calls;

    Client(TokenBucket limiter) {
      this.limiter = limiter;
    }

    void call() {
      limiter.take();
      calls++;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          try (TokenBucket bucket = new TokenBucket(2, Duration.ofMillis(100))) {
            Client client = new Client(bucket);
            client.call();
            client.call();
            System.out.println(client.calls + " calls, another at once: " + bucket.tryTake());
          }
        });
  }
}
