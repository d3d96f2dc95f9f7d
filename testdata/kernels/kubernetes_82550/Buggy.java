// fault: race
package kubernetes_82550;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/** The credential provider of a cloud, made when it is first asked for. */
public final class Buggy {

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
    private EcrProvider actual;

    LazyEcrProvider(String region) {
      this.region = region;
    }

    @Override
    public String provide(String image) {
      if (actual == null) { // want race-check-then-act
        actual = new EcrProvider(region); // want race-check-then-act
      }
      return actual.provide(image); // want race-check-then-act
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
