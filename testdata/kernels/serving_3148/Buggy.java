// fault: race
package serving_3148;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Runs a reconciler against a fake client whose reactions tests may replace. */
public final class Buggy {

  interface Reactor {
    boolean handles(String verb);
  }

  static final class FakeClient {
    private List<Reactor> chain = new ArrayList<>();

    void prependReactor(Reactor reactor) {
      List<Reactor> longer = new ArrayList<>();
      longer.add(reactor);
      longer.addAll(chain);
      chain = longer; // want race-early-publish, race-unguarded
    }

    boolean invoke(String verb) {
      for (Reactor reactor : chain) { // want race-early-publish, race-unguarded
        if (reactor.handles(verb)) {
          return true;
        }
      }
      return false;
    }
  }

  interface Reconciler {
    void reconcile(String key);
  }

  static final class RevisionReconciler implements Reconciler {
    private final FakeClient client;

    RevisionReconciler(FakeClient client) {
      this.client = client;
    }

    @Override
    public void reconcile(String key) {
      reconcileDeployment(key);
    }

    private void reconcileDeployment(String key) {
      createDeployment(key);
    }

    private void createDeployment(String key) {
      client.invoke("create");
    }
  }

  static final class Controller {
    private final Reconciler reconciler;
    private final ConcurrentLinkedQueue<String> workQueue = new ConcurrentLinkedQueue<>();

    Controller(Reconciler reconciler) {
      this.reconciler = reconciler;
      workQueue.add("default/hello");
    }

    void run() throws InterruptedException {
      CountDownLatch workerDone = new CountDownLatch(1);
      Go.go(
          () -> {
            while (processNextWorkItem()) {
              Go.gosched();
            }
            workerDone.countDown();
          });
      workerDone.await();
    }

    private boolean processNextWorkItem() {
      String key = workQueue.poll();
      if (key == null) {
        return false;
      }
      syncHandler(key);
      return true;
    }

    private void syncHandler(String key) {
      reconciler.reconcile(key);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          FakeClient client = new FakeClient();
          Controller controller = new Controller(new RevisionReconciler(client));
          ErrGroup group = new ErrGroup();
          group.go(controller::run); // want race-early-publish
          client.prependReactor(verb -> verb.equals("create"));
          group.await();
        });
  }
}
