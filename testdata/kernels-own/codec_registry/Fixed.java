package codec_registry;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Once;
import java.util.List;

/** Codecs made when they are first asked for. */
public final class Fixed {

  interface Codec {
    String encode(String text);
  }

  static final class Upper implements Codec {
    private final int strength;

    Upper(int strength) {
      this.strength = strength;
    }

    @Override
    public String encode(String text) {
      return strength > 0 ? text.toUpperCase() : text;
    }
  }

  static final class Registry {
    private final Once once = new Once();
    private Codec codec;

    Codec codec() {
      once.run(() -> codec = new Upper(1));
      return codec;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Registry registry = new Registry();
          Chan<String> encoded = Chan.make(2);
          for (String text : List.of("a", "b")) {
            Go.go(() -> encoded.send(registry.codec().encode(text)));
          }
          System.out.println(encoded.receive().length() + encoded.receive().length());
        });
  }
}
