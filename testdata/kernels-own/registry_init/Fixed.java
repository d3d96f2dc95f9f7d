package registry_init;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Once;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The registry fills itself once, by what providers say; one of them asks the registry for
 * another's.
 */
public final class Fixed {

  interface Provider {
    String provide(Registry registry);
  }

  static final class Registry {
    private final Once filled = new Once();
    private final Map<String, Provider> providers = new LinkedHashMap<>();
    private final Map<String, String> values = new HashMap<>();

    String get(String name) {
      filled.run(this::fill);
      return values.getOrDefault(name, "");
    }

    private String filled(String name) {
      return values.getOrDefault(name, "");
    }

    private void fill() {
      providers.forEach((name, provider) -> values.put(name, provider.provide(this)));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Registry registry = new Registry();
          registry.providers.put("host", any -> "localhost");
          registry.providers.put("url", other -> "http://" + other.filled("host"));
          System.out.println(registry.get("url"));
        });
  }
}
