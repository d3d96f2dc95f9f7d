import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Go;

/** A lambda and a method as goroutines; the program does not wait for them. */
public final class AnonymousAndMethod {

  private AnonymousAndMethod() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          go(() -> System.out.println("anonymous")); // want leak-outlives-scope confirmed
          go(new Greeter()::greet); // want leak-outlives-scope confirmed
        });
  }

  private static final class Greeter {
    void greet() {
      System.out.println("method");
    }
  }
}
