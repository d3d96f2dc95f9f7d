import java.util.function.Consumer;

class Bridges {
  interface Handler<T extends Comparable<T>> {
    void handle(T value, int times);
  }

  static class Text implements Handler<String>, Consumer<String> {
    @Override
    public void handle(String value, int times) {}

    @Override
    public void accept(String value) {}

    void handle(Object value) {}
  }

  void call(Handler<String> handler) {
    handler.handle("x", 1);
  }
}
