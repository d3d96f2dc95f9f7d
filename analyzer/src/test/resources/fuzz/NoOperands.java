import dev.\u0063\u0068\u0061\u006e\u006c\u0069\u006e\u0074.runtime.Chan;
import dev.chanlint.runtime.Go;

/** What an unknown class makes derives from nothing. */
class NoOperands {
  public static void main(String[] args) {
    Chan<Integer> numbers = Chan.make();
    Go.run(
        () -> {
          Go.go(() -> numbers.send(1));
          numbers.receive();
          while (true) {
            try {
              Runtime.getRuntime().exit(3);
            } catch (Throwable e) {
              System.out.println(e);
            }
          }
        });
  }
}
