// fault: deadlock
package grpc_1353;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A balancer that tells its client which addresses are up. */
public final class Buggy {
  static final int UPDATES = 2;

  static final class RoundRobin {
    private final Mutex mu = new Mutex();
    private final Chan<Boolean> addrCh = Chan.make();
    private int connected = 1;

    void watchAddrUpdates() {
      mu.lock();
      try {
        notifyAddrs();
      } finally {
        mu.unlock();
      }
    }

    private void notifyAddrs() {
      addrCh.send(connected > 0); // want deadlock-block-under-lock
    }

    void down() {
      mu.lock(); // want deadlock-block-under-lock
      connected--;
      mu.unlock();
    }

    void close() {
      mu.lock();
      addrCh.close();
      mu.unlock();
    }
  }

  static final class AddrConn {
    private final ReentrantLock lock = new ReentrantLock();
    private final Runnable down;

    AddrConn(Runnable down) {
      this.down = down;
    }

    void tearDown() {
      lock.lock();
      try {
        down.run();
      } finally {
        lock.unlock();
      }
    }
  }

  static final class ClientConn {
    private final RoundRobin balancer;
    private final List<AddrConn> conns = new ArrayList<>();

    ClientConn(RoundRobin balancer) {
      this.balancer = balancer;
      conns.add(new AddrConn(balancer::down));
    }

    void watchAddresses() {
      for (boolean up : balancer.addrCh) {
        for (AddrConn conn : conns) {
          conn.tearDown();
        }
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          RoundRobin balancer = new RoundRobin();
          ClientConn client = new ClientConn(balancer);
          Chan<Unit> updated = Chan.make();
          WaitGroup running = new WaitGroup();
          running.go(
              () -> {
                for (int update = 0; update < UPDATES; update++) {
                  balancer.watchAddrUpdates();
                }
                updated.close();
              });
          running.go(client::watchAddresses);
          running.go(
              () -> {
                updated.receive();
                balancer.close();
              });
          running.await();
        });
  }
}
