package pod_batch;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Starts pods side by side and waits for all; pods that run already are left out. */
public final class Fixed {

  record Pod(String name, boolean running) {}

  static final class Kubelet {
    private final Map<String, Pod> started = new ConcurrentHashMap<>();

    int sync(Collection<Pod> pods) {
      WaitGroup starting = new WaitGroup();
      starting.add(pods.size());
      for (Pod pod : pods) {
        if (pod.running()) {
          starting.done();
          continue;
        }
        Go.go(
            () -> {
              started.put(pod.name(), new Pod(pod.name(), true));
              starting.done();
            });
      }
      starting.await();
      return started.size();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Kubelet kubelet = new Kubelet();
          Chan<Integer> result = Chan.make();
          Go.go(() -> result.send(kubelet.sync(List.of(new Pod("a", false), new Pod("b", true)))));
          System.out.println(result.receive());
        });
  }
}
