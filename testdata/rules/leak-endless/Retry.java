package rules.leakendless;

import dev.chanlint.runtime.Go;

/** Retries for as long as it fails, and it always fails. */
public final class Retry {

  interface Connection {
    boolean open();
  }

  public static void main(String[] args) {
    Go.run(() -> start(() -> false));
  }

  private static void start(Connection connection) {
    Go.go(() -> connect(connection)); // want leak-endless
  }

  private static void connect(Connection connection) {
    while (!connection.open()) {
      Go.gosched();
    }
  }
}
