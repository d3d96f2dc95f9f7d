package kubernetes_82550;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Once;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/** The credential provider of a cloud, made when it is first asked for. */
public final class Fixed {

  interface CredentialProvider {
    String provide(String image);
  }

  static final class EcrProvider implements CredentialProvider {
    private final String region;

    EcrProvider(String region) {
      this.region = region;
    }

    @Override
    public String provide(String image) {
      return "AWS:" + region + "/" + image;
    }
  }

  static final class LazyEcrProvider implements CredentialProvider {
    private final String region;
    private final Once making = new Once();
    private EcrProvider actual;

    LazyEcrProvider(String region) {
      this.region = region;
    }

    @Override
    public String provide(String image) {
      making.run(() -> actual = new EcrProvider(region));
      return actual.provide(image);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CredentialProvider provider = new LazyEcrProvider("eu-west-1");
          AtomicInteger provided = new AtomicInteger();
          WaitGroup pulls = new WaitGroup();
          for (int pull = 0; pull < 2; pull++) {
            pulls.go(
                () -> {
                  if (!provider.provide("nginx").isEmpty()) {
                    provided.incrementAndGet();
                  }
                });
          }
          pulls.await();
        });
  }
}
