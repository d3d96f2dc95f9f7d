// fault: panic
package shard_load;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Loads shards; one that fails is marked done where it fails and once more on the way out. */
public final class Buggy {

  interface Source {
    String read(int shard) throws IOException;
  }

  static final class Loader {
    private final Source source;
    private final WaitGroup pending = new WaitGroup();
    private final ConcurrentMap<Integer, String> loaded = new ConcurrentHashMap<>();

    Loader(Source source) {
      this.source = source;
    }

    private void load(int shard) {
      try {
        loaded.put(shard, source.read(shard));
      } catch (IOException e) {
        failed(shard, e);
      } finally {
        pending.done(); // want misuse-waitgroup
      }
    }

    private void failed(int shard, IOException cause) {
      System.err.println("shard " + shard + ": " + cause.getMessage());
      pending.done(); // want misuse-waitgroup
    }

    int all(int shards) {
      for (int i = 0; i < shards; i++) {
        int shard = i;
        pending.add(1);
        Go.go(() -> load(shard));
      }
      pending.await();
      return loaded.size();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Loader loader =
              new Loader(
                  shard -> {
                    if (shard == 1) {
                      throw new IOException("gone");
                    }
                    return "rows";
                  });
          System.out.println(loader.all(2));
        });
  }
}
